import { StatusChip, type StatusChipProps } from '@parvis/ui/display/status-chip';
import type { ReactNode } from 'react';
import type { InvoiceChipFragment } from '../gql/graphql.js';
import { toneOf } from './invoice-status.js';
import { useStatusWords } from './status-words.js';

export interface InvoiceStatusChipProps {
  readonly invoice: Pick<InvoiceChipFragment, 'status' | 'officialStatus' | 'officialNumber'>;
  /** Shows the official code beside the words; lists leave it out. */
  readonly withCode?: boolean;
  readonly size?: StatusChipProps['size'];
}

/** Where an invoice stands, in words; the official code small beside it for those who need it. */
export function InvoiceStatusChip({ invoice, withCode = false, size }: InvoiceStatusChipProps): ReactNode {
  const label = useStatusWords();
  const code = [invoice.officialStatus, invoice.officialNumber].filter(Boolean).join(' / ');
  return (
    <StatusChip tone={toneOf(invoice.status)} code={withCode ? code : undefined} size={size}>
      {label(invoice.status)}
    </StatusChip>
  );
}
