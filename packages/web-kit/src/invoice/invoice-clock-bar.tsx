import { LegalClockBar } from '@parvis/ui/display/legal-clock-bar';
import type { ReactNode } from 'react';
import type { InvoiceClockFragment, InvoiceStatus } from '../gql/graphql.js';

export interface InvoiceClockBarProps {
  readonly clock: InvoiceClockFragment;
  readonly status: InvoiceStatus;
  readonly compact?: boolean;
}

/** The legal limit to pay, and how much of it is gone. A refused invoice has none: nothing is owed on it. */
export function InvoiceClockBar({ clock, status, compact = false }: InvoiceClockBarProps): ReactNode {
  if (status === 'REFUSED' || status === 'REJECTED') return null;
  return (
    <LegalClockBar
      day={clock.elapsedDays}
      limit={clock.days}
      state={stateOf(clock, status)}
      dueDate={clock.dueOn}
      compact={compact}
    />
  );
}

const stateOf = ({ running }: InvoiceClockFragment, status: InvoiceStatus) => {
  if (running) return 'running';
  return status === 'IN_PAYMENT' ? 'settled' : 'paused';
};
