import { AmountText } from '@parvis/ui/display/amount-text';
import { Link } from '@parvis/ui/link/link';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { HomeInvoiceFragment } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import classes from './home.module.css';

export interface HomeGroupProps {
  readonly title: string;
  readonly explanation?: string | undefined;
  readonly invoices: readonly HomeInvoiceFragment[];
  /** Said when there is none. */
  readonly nothing?: string;
  /** What makes it belong here: since when, how many days left. */
  readonly note: (invoice: HomeInvoiceFragment) => ReactNode;
  /** The act its link names; without it the link is only the invoice's number. */
  readonly act?: string;
  /** Where the rest is, and what the link to it says. */
  readonly more?: string | undefined;
  readonly moreLabel?: string;
  /** Waits for the person who reads: drawn first and apart. */
  readonly pressing?: boolean;
}

/** A few invoices for one reason. */
export function HomeGroup(props: HomeGroupProps): ReactNode {
  const { title, explanation, invoices, nothing, note, act, more, moreLabel, pressing = false } = props;
  const id = useId();
  return (
    <section
      className={classes.group}
      aria-labelledby={id}
      data-pressing={(pressing && invoices.length > 0) || undefined}
    >
      <h2 id={id} className={classes.title}>
        {title}
        {invoices.length > 0 && pressing && <span className={classes.count}>{invoices.length}</span>}
      </h2>
      {explanation && <p className={classes.explanation}>{explanation}</p>}
      {invoices.length === 0 && <p className={classes.nothing}>{nothing}</p>}
      <ul className={classes.rows}>
        {invoices.map((invoice) => (
          <HomeRow key={invoice.id} invoice={invoice} note={note(invoice)} act={act} />
        ))}
      </ul>
      {more && (
        <Link href={more} className={`${classes.more} pv-link`}>
          {moreLabel}
        </Link>
      )}
    </section>
  );
}

interface HomeRowProps {
  readonly invoice: HomeInvoiceFragment;
  readonly note: ReactNode;
  readonly act: string | undefined;
}

function HomeRow({ invoice, note, act }: HomeRowProps): ReactNode {
  return (
    <li className={classes.row} data-with-act={act ? '' : undefined}>
      <div className={classes.who}>
        <Link href={paths.invoice(invoice.id)} className={classes.opener}>
          {invoice.number}
        </Link>
        <span className={classes.recipient}>
          {[invoice.recipient.name, invoice.serviceName].filter(Boolean).join(', ')}
        </span>
      </div>
      {!act && (
        <span className={classes.status}>
          <InvoiceStatusChip invoice={invoice} />
        </span>
      )}
      <span className={classes.note}>{note}</span>
      <span className={classes.amount}>
        <AmountText value={invoice.due} currency={invoice.currency} />
      </span>
      <span className={classes.act} aria-hidden>
        {act} <IconArrowRight size={16} stroke={2} />
      </span>
    </li>
  );
}
