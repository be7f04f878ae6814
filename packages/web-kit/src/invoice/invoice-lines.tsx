import type { ReactNode } from 'react';
import { useDisplay } from '../display/use-display.js';
import type { InvoiceFiguresFragment } from '../gql/graphql.js';
import classes from './invoice-facts.module.css';
import { useInvoiceWords } from './words.js';

/** The lines, as read; amounts at the end so that digits line up. */
export function InvoiceLines({ invoice }: { readonly invoice: InvoiceFiguresFragment }): ReactNode {
  const say = useInvoiceWords();
  const { decimal, money, percent } = useDisplay();
  const { lines, lineCount } = invoice.content;
  if (lines.length === 0) return null;
  // Two lines of one file may bear the same number: only their place tells them apart.
  const numbered = lines.map((line, position) => ({ line, position }));
  const amount = (value: string | null) => value && money(value, invoice.currency);
  return (
    <section className={classes.block}>
      <h3 className={classes.heading}>{say('lines')}</h3>
      <div className={classes.scroll}>
        <table className={classes.lines}>
          <thead>
            <tr>
              <th scope="col">{say('line')}</th>
              <th scope="col">{say('quantity')}</th>
              <th scope="col">{say('unitPrice')}</th>
              <th scope="col">{say('vatRate')}</th>
              <th scope="col">{say('lineNet')}</th>
            </tr>
          </thead>
          <tbody>
            {numbered.map(({ line, position }) => (
              <tr key={position}>
                <td>
                  {line.name}
                  {line.description && <small className={classes.faint}>{line.description}</small>}
                </td>
                <td>{line.quantity && decimal(line.quantity)}</td>
                <td>{amount(line.unitPrice)}</td>
                <td>{line.vatRate ? percent(line.vatRate) : line.vatCategory}</td>
                <td>{amount(line.netAmount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lineCount > lines.length && (
        <p className={classes.faint}>{say('linesShown', { shown: lines.length, total: lineCount })}</p>
      )}
    </section>
  );
}
