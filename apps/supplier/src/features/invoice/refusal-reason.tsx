import { Notice } from '@parvis/ui/display/notice';
import type { ReactNode } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import { whereItIs } from './where-it-is.js';

/** Why the invoice was refused, in the words of whoever refused it. */
export function RefusalReason({ invoice }: { readonly invoice: InvoicePageFragment }): ReactNode {
  if (!['refused', 'rejected', 'toReroute'].includes(whereItIs(invoice.status))) return null;
  const refusal = invoice.timeline.findLast(({ to }) => to === invoice.status);
  if (!refusal?.reasonLabel && !refusal?.comment) return null;
  return (
    <Notice tone="danger" title={refusal.reasonLabel ?? refusal.comment}>
      {refusal.reasonLabel && refusal.comment}
    </Notice>
  );
}
