import { InvoiceClockBar } from '@parvis/web-kit/invoice/invoice-clock-bar';
import { InvoiceTimeline } from '@parvis/web-kit/invoice/invoice-timeline';
import type { ReactNode } from 'react';
import type { BuyerInvoiceFragment } from '../../gql/graphql.js';
import { AccountingPanel } from './accounting-panel.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

/** How long it may still take, who did what, and where the bill stands in the books. */
export function InvoiceHistory({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  return (
    <>
      {invoice.clock && (
        <>
          <h2 className={classes.heading}>{say('clock')}</h2>
          <InvoiceClockBar clock={invoice.clock} status={invoice.status} />
        </>
      )}
      <AccountingPanel invoice={invoice} />
      <h2 className={classes.heading}>{say('timeline')}</h2>
      <InvoiceTimeline events={invoice.timeline} />
    </>
  );
}
