import { AmountText } from '@parvis/ui/display/amount-text';
import { LegalClockBar } from '@parvis/ui/display/legal-clock-bar';
import type { Column } from '@parvis/ui/table/column';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
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
    },
    {
      key: 'amount',
      header: say('amount'),
      cell: ({ due, currency }) => <AmountText value={due} currency={currency} />,
      align: 'end',
      nowrap: true,
      cardRole: 'amount',
    },
  ];
};

function RowClock({ row: { clock } }: { readonly row: InboxRowFragment }): ReactNode {
  const say = useWords();
  if (!clock) return <span className={classes.quiet}>{say('clockNotStarted')}</span>;
  return (
    <LegalClockBar
      compact
      day={clock.elapsedDays}
      limit={clock.days}
      dueDate={clock.dueOn}
      state={stateOf(clock)}
    />
  );
}

const stateOf = ({ running, late }: { readonly running: boolean; readonly late: boolean }) =>
  running || late ? 'running' : 'paused';
