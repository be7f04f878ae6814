import { DateText } from '@parvis/ui/display/date-text';
import { InvoiceClockBar } from '@parvis/web-kit/invoice/invoice-clock-bar';
import type { ReactNode } from 'react';
import type { HomeInvoiceFragment } from '../../gql/graphql.js';

interface NoteProps {
  readonly invoice: HomeInvoiceFragment;
}

/** How long it has stood where it stands. */
export function Since({ invoice }: NoteProps): ReactNode {
  return <DateText value={invoice.statusSince} />;
}

/** How much of the legal time is left. */
export function DaysLeft({ invoice }: NoteProps): ReactNode {
  return invoice.clock && <InvoiceClockBar clock={invoice.clock} status={invoice.status} compact />;
}
