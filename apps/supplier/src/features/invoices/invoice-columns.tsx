import { AmountText } from '@parvis/ui/display/amount-text';
import { DateText } from '@parvis/ui/display/date-text';
import type { Column } from '@parvis/ui/table/column';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
import type { ReactNode } from 'react';
import type { InvoiceStatus, ListedInvoiceFragment } from '../../gql/graphql.js';
import { statusesOf } from '../../statuses.js';
import classes from './invoices.module.css';
import { useWords } from './words.js';

/** The facts of a row; who, how much and by when stay when the table becomes cards. */
export const useInvoiceColumns = (): readonly Column<ListedInvoiceFragment>[] => {
  const say = useWords();
  return [
    {
      key: 'number',
      header: say('number'),
      cardRole: 'title',
      cell: (invoice) => <Name invoice={invoice} />,
    },
    {
      key: 'recipient',
      header: say('recipient'),
      cardRole: 'detail',
      cell: (invoice) => <Recipient invoice={invoice} />,
    },
    {
      key: 'status',
      header: say('status'),
      cardRole: 'status',
      cell: (invoice) => <InvoiceStatusChip invoice={invoice} />,
    },
    {
      key: 'deposited',
      header: say('deposited'),
      cardRole: 'hidden',
      nowrap: true,
      sortable: true,
      cell: ({ depositedAt }) => <DateText value={depositedAt} look="day" />,
    },
    {
      key: 'deadline',
      sortable: true,
      header: say('deadline'),
      cardRole: 'deadline',
      nowrap: true,
      cell: (invoice) => <Deadline invoice={invoice} />,
    },
    {
      key: 'amount',
      sortable: true,
      header: say('amount'),
      cardRole: 'amount',
      align: 'end',
      nowrap: true,
      cell: ({ due, currency }) => <AmountText value={due} currency={currency} />,
    },
  ];
};

function Name({ invoice }: { readonly invoice: ListedInvoiceFragment }): ReactNode {
  const say = useWords();
  return (
    <>
      {invoice.number}
      {invoice.isCreditNote && <span className={classes.kind}>{say('creditNote')}</span>}
    </>
  );
}

function Recipient({ invoice }: { readonly invoice: ListedInvoiceFragment }): ReactNode {
  const place = invoice.serviceName ?? invoice.serviceCode;
  return (
    <span className={classes.recipient}>
      <span>{invoice.recipient.name}</span>
      {place && <span className={classes.service}>{place}</span>}
    </span>
  );
}

/** The day the law sets; nothing once the invoice is paid or refused. */
function Deadline({ invoice }: { readonly invoice: ListedInvoiceFragment }): ReactNode {
  const say = useWords();
  const { clock, status } = invoice;
  const over: readonly InvoiceStatus[] = [...statusesOf.paid, ...statusesOf.refused];
  if (over.includes(status)) return <Faint>{say('over')}</Faint>;
  return clock ? <DateText value={clock.dueOn} look="day" /> : <Faint>{say('noDeadline')}</Faint>;
}

function Faint({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={classes.faint}>{children}</span>;
}
