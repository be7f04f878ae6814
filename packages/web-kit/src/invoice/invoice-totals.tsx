import type { ReactNode } from 'react';
import { useDisplay } from '../display/use-display.js';
import type { InvoiceFiguresFragment } from '../gql/graphql.js';
import classes from './invoice-facts.module.css';
import { useInvoiceWords } from './words.js';

/** From the sum of the lines to what is to be paid, in the order in which one adds. */
export function InvoiceTotals({ invoice }: { readonly invoice: InvoiceFiguresFragment }): ReactNode {
  const say = useInvoiceWords();
  const { money, percent } = useDisplay();
  const { content, currency } = invoice;
  const rows: readonly (readonly [string, string | null])[] = [
    [say('allowances'), content.totalAllowances],
    [say('charges'), content.totalCharges],
    [say('net'), invoice.taxExclusive],
    ...content.vatBreakdown.map(
      ({ rate, category, taxAmount }) =>
        [`${say('vat')} ${rate ? percent(rate) : (category ?? '')}`, taxAmount] as const,
    ),
    [say('gross'), invoice.taxInclusive],
    [say('paid'), content.paid],
  ];
  return (
    <dl className={classes.totals}>
      {rows.map(
        ([label, value]) => value && <Row key={label} label={label} value={money(value, currency)} />,
      )}
      <Row label={say('toPay')} value={money(invoice.due, currency)} strong />
    </dl>
  );
}

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}

function Row({ label, value, strong = false }: RowProps): ReactNode {
  return (
    <div data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
