import { AmountText } from '@parvis/ui/display/amount-text';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { Notice } from '@parvis/ui/display/notice';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { Link } from '@parvis/ui/link/link';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.js';
import { useWords } from '../words.js';
import classes from './trial.module.css';
import type { TriedInvoice } from './tried-invoice.js';
import { TriedLines } from './tried-lines.js';

const tones: Readonly<Record<TriedInvoice['outcome'], Tone>> = {
  PREVIEW: 'success',
  REFUSED: 'danger',
  UNAVAILABLE: 'warning',
};

interface TriedCardProps {
  readonly tried: TriedInvoice;
  /** What can be done with it. */
  readonly acts: ReactNode;
}

/** One invoice of the dry run: what would be made of it there, or why nothing would. */
export function TriedCard({ tried, acts }: TriedCardProps): ReactNode {
  const say = useWords();
  const { invoice, outcome, message, bill } = tried;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <h3>
          <Link href={paths.invoice(invoice.id)}>{invoice.supplier.name}</Link>
          <small>{invoice.number}</small>
        </h3>
        <StatusChip tone={tones[outcome]}>{say(`tried_${outcome}`)}</StatusChip>
        <AmountText value={invoice.due} currency={invoice.currency} />
      </div>
      {message && <Notice tone={tones[outcome]}>{message}</Notice>}
      {bill && <Bill bill={bill} currency={invoice.currency} />}
      {acts}
    </li>
  );
}

interface BillProps {
  readonly bill: NonNullable<TriedInvoice['bill']>;
  readonly currency: string;
}

function Bill({ bill, currency }: BillProps): ReactNode {
  const say = useWords();
  const { money } = useDisplay();
  const { supplier, journal, totals, files, document, remarks } = bill;
  return (
    <>
      <KeyValueList
        columns={2}
        entries={[
          {
            key: 'supplier',
            label: say('triedSupplier'),
            value: `${supplier.name} (${supplier.identifier}) : ${say(`there_${supplier.there}`)}`,
          },
          ...(journal ? [{ key: 'journal', label: say('triedJournal'), value: journal }] : []),
          {
            key: 'totals',
            label: say('triedTotals'),
            value: say('triedTotalsText', {
              net: money(totals.net, currency),
              vat: money(totals.vat, currency),
              gross: money(totals.gross, currency),
            }),
          },
          { key: 'files', label: say('triedFiles'), value: files.join(', ') || say('triedNoFile') },
        ]}
      />
      {remarks.length > 0 && (
        <Notice tone="warning">
          <ul className={classes.remarks}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TriedLines lines={bill.lines} currency={currency} />
      {document && (
        <details className={classes.document}>
          <summary>{say('triedDocument', { name: document.fileName })}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <pre tabIndex={0}>{document.text}</pre>
        </details>
      )}
    </>
  );
}
