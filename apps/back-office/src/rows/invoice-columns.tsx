import { AmountText } from '@parvis/ui/display/amount-text';
import type { Column } from '@parvis/ui/table/column';
import { InvoiceClockBar } from '@parvis/web-kit/invoice/invoice-clock-bar';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
import { signedDue } from '@parvis/web-kit/invoice/signed-due';
import type { ReactNode } from 'react';
import type { InboxRowFragment } from '../gql/graphql.js';
import classes from './invoice-columns.module.css';
import { useWords } from './words.js';

/** The facts that decide, in every list of invoices: by when, who, how much, for which service, where it stands. */
export const useInvoiceColumns = (): readonly Column<InboxRowFragment>[] => {
  const say = useWords();
  return [
    {
      key: 'supplier',
      header: say('supplier'),
      cell: ({ supplier }) => supplier.name,
      cardRole: 'title',
      width: '18%',
    },
    {
      key: 'number',
      header: say('invoice'),
      cell: ({ number, isCreditNote }) => (isCreditNote ? `${say('creditNote')} ${number}` : number),
      cardRole: 'detail',
      nowrap: true,
    },
    {
      key: 'clock',
      header: say('clock'),
      cell: (row) => <RowClock row={row} />,
      cardRole: 'deadline',
      width: '11rem',
    },
    {
      key: 'service',
      header: say('service'),
      cell: ({ serviceCode, serviceName, engagementNumber }) => (
        <span className={classes.stack}>
          <span>{serviceName ?? serviceCode ?? say('noService')}</span>
          {engagementNumber && <small>{say('engagement', { number: engagementNumber })}</small>}
        </span>
      ),
      cardRole: 'detail',
    },
    {
      key: 'status',
      header: say('status'),
      cell: (row) => <InvoiceStatusChip invoice={row} />,
      cardRole: 'status',
      nowrap: true,
    },
    {
      key: 'amount',
      header: say('amount'),
      cell: (row) => <AmountText value={signedDue(row)} currency={row.currency} />,
      align: 'end',
      nowrap: true,
      cardRole: 'amount',
    },
  ];
};

function RowClock({ row }: { readonly row: InboxRowFragment }): ReactNode {
  const say = useWords();
  if (row.isCreditNote) return <span className={classes.quiet}>{say('noClock')}</span>;
  if (!row.clock) return <span className={classes.quiet}>{say('clockNotStarted')}</span>;
  return <InvoiceClockBar compact clock={row.clock} status={row.status} />;
}
