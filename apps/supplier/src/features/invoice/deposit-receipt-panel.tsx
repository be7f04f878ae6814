import { Button } from '@parvis/ui/acts/button';
import { CopyText } from '@parvis/ui/display/copy-text';
import { type KeyValue, KeyValueList } from '@parvis/ui/display/key-value-list';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

/** The proof of deposit: when, what, for whom, and the hashes that let anyone check it. Prints alone. */
export function DepositReceiptPanel({ invoice }: { readonly invoice: InvoicePageFragment }): ReactNode {
  const say = useWords();
  const { instant } = useDisplay();
  const place = useRef<HTMLElement>(null);
  return (
    <section className={`pv-panel ${classes.receipt}`} ref={place}>
      <h2 className="pv-panel-title">{say('receipt')}</h2>
      <p>{say('receiptText', { instant: instant(invoice.depositedAt) })}</p>
      <KeyValueList entries={useEntries(invoice)} />
      <Button
        className="pv-no-print"
        variant="default"
        icon={<IconPrinter size={17} stroke={1.8} />}
        onClick={() => printOnly(place.current)}
      >
        {say('print')}
      </Button>
    </section>
  );
}

const useEntries = ({
  number,
  supplier,
  recipient,
  documents,
  timeline,
}: InvoicePageFragment): KeyValue[] => {
  const say = useWords();
  const { siret } = useDisplay();
  const original = documents.find(({ kind }) => kind === 'ORIGINAL');
  const deposit = timeline[0];
  const party = (one: InvoicePageFragment['supplier']) =>
    one.siret ? `${one.name}, SIRET ${siret(one.siret)}` : one.name;
  return [
    { key: 'number', label: say('receiptNumber'), value: number },
    { key: 'supplier', label: say('receiptSupplier'), value: party(supplier) },
    { key: 'recipient', label: say('receiptRecipient'), value: party(recipient) },
    ...(original
      ? [
          { key: 'file', label: say('receiptFile'), value: original.fileName },
          {
            key: 'hash',
            label: say('receiptHash'),
            value: <Hash value={original.sha256} label={say('receiptHash')} />,
          },
        ]
      : []),
    ...(deposit
      ? [
          {
            key: 'event',
            label: say('receiptEvent'),
            value: <Hash value={deposit.hash} label={say('receiptEvent')} />,
          },
        ]
      : []),
  ];
};

function Hash({ value, label }: { readonly value: string; readonly label: string }): ReactNode {
  return (
    <span className={classes.hash}>
      <CopyText value={value} label={label} />
    </span>
  );
}

/** Everything but the receipt steps aside while the browser prints. */
const printOnly = (place: HTMLElement | null): void => {
  place?.setAttribute('data-printed', '');
  document.documentElement.setAttribute('data-printing', 'receipt');
  window.print();
  document.documentElement.removeAttribute('data-printing');
  place?.removeAttribute('data-printed');
};
