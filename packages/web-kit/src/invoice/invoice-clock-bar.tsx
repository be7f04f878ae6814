import { LegalClockBar } from '@parvis/ui/display/legal-clock-bar';
import type { ReactNode } from 'react';
import type { InvoiceClockFragment, InvoiceStatus } from '../gql/graphql.js';

export interface InvoiceClockBarProps {
  readonly clock: InvoiceClockFragment;
  readonly status: InvoiceStatus;
  readonly compact?: boolean;
}

/** The legal limit to pay, and how much of it is gone. */
export function InvoiceClockBar({ clock, status, compact = false }: InvoiceClockBarProps): ReactNode {
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

const ended: readonly InvoiceStatus[] = ['IN_PAYMENT', 'REFUSED', 'REJECTED'];

const stateOf = ({ running }: InvoiceClockFragment, status: InvoiceStatus) => {
  if (running) return 'running';
  return ended.includes(status) ? 'settled' : 'paused';
};
