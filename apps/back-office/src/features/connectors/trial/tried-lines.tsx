import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import { useWords } from '../words.js';
import classes from './trial.module.css';
import type { TriedInvoice } from './tried-invoice.js';

interface TriedLinesProps {
  readonly lines: NonNullable<TriedInvoice['bill']>['lines'];
  readonly currency: string;
}

/** The lines as they would be written there, each with its account and its tax. */
export function TriedLines({ lines, currency }: TriedLinesProps): ReactNode {
  const say = useWords();
  const { money, decimal } = useDisplay();
  // Systems without accounts or taxes of their own leave these columns empty.
  const hasAccounts = lines.some(({ account }) => account);
  const hasTaxes = lines.some(({ tax }) => tax);
  const heads = [
    'lineLabel',
    ...(hasAccounts ? (['lineAccount'] as const) : []),
    ...(hasTaxes ? (['lineTax'] as const) : []),
    'lineQuantity',
    'lineNet',
  ] as const;
  return (
    <table className={classes.lines}>
      <caption className="pv-visually-hidden">{say('triedLines')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" data-end={head === 'lineQuantity' || head === 'lineNet' || undefined}>
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, account, tax, quantity, unitPrice, net }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one bill may be alike
          <tr key={index}>
            <th scope="row">{label}</th>
            {hasAccounts && <td data-head={say('lineAccount')}>{account ?? '–'}</td>}
            {hasTaxes && <td data-head={say('lineTax')}>{tax ?? '–'}</td>}
            <td data-head={say('lineQuantity')} data-end="">
              {decimal(quantity)} × {money(unitPrice, currency)}
            </td>
            <td data-head={say('lineNet')} data-end="">
              {money(net, currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
