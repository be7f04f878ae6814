import { InvoiceTimeline } from '@parvis/web-kit/invoice/invoice-timeline';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import type { ReactNode } from 'react';
import type { BuyerInvoiceFragment } from '../../gql/graphql.js';
import { AccountingPanel } from './accounting-panel.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

/** Where the bill stands in the books, and who did what. */
export function InvoiceHistory({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  const seesDeliveries = useViewerCan('CONNECTOR_READ');
  return (
    <>
      {seesDeliveries && <AccountingPanel invoice={invoice} />}
      <h2 className={classes.heading}>{say('timeline')}</h2>
      <InvoiceTimeline events={invoice.timeline} />
    </>
  );
}
