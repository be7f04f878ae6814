import { FaultList } from '@parvis/ui/faults/fault-list';
import { Link } from '@parvis/ui/link/link';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { faultItems } from '@parvis/web-kit/faults/fault-items';
import { InvoiceFacts } from '@parvis/web-kit/invoice/invoice-facts';
import type { ReactNode } from 'react';
import type { BuyerInvoiceFragment } from '../../gql/graphql.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

/** What the invoice says, what the reading remarked, and its files. */
export function InvoiceData({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  const { ago, size } = useDisplay();
  return (
    <>
      <h2 className={classes.heading}>{say('data')}</h2>
      <InvoiceFacts invoice={invoice} />
      {invoice.warnings.length > 0 && (
        <>
          <h2 className={classes.heading}>{say('warnings')}</h2>
          <FaultList label={say('warnings')} faults={faultItems(invoice.warnings)} />
        </>
      )}
      <h2 className={classes.heading}>{say('files')}</h2>
      <ul className={classes.files}>
        {invoice.documents.map((document) => (
          <li key={document.id}>
            <Link href={document.url} className="pv-link" download={document.fileName}>
              {document.fileName}
            </Link>
            <small>
              {say(document.kind === 'ORIGINAL' ? 'original' : 'attachment')}, {size(document.size)},{' '}
              {say('addedBy', { name: document.addedBy, ago: ago(document.addedAt) })}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
