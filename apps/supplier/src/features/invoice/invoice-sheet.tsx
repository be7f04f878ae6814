import { SideBySide } from '@parvis/ui/documents/side-by-side';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { InvoiceClockBar } from '@parvis/web-kit/invoice/invoice-clock-bar';
import { InvoiceDocumentView } from '@parvis/web-kit/invoice/invoice-document-view';
import { InvoiceFacts } from '@parvis/web-kit/invoice/invoice-facts';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
import { InvoiceTimeline } from '@parvis/web-kit/invoice/invoice-timeline';
import type { ReactNode } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { Advice } from './advice.js';
import { AnswerPanel } from './answer-panel.js';
import { DepositReceiptPanel } from './deposit-receipt-panel.js';
import { DocumentList } from './document-list.js';
import classes from './invoice.module.css';
import { RefusalReason } from './refusal-reason.js';
import { WhereSentence } from './where-sentence.js';
import { useWords } from './words.js';

export interface InvoiceSheetProps {
  readonly invoice: InvoicePageFragment;
}

/** Where the invoice is, what it waits for, and all that belongs to it. */
export function InvoiceSheet({ invoice }: InvoiceSheetProps): ReactNode {
  const say = useWords();
  const { number, isCreditNote, recipient, clock, status } = invoice;
  const title = say(isCreditNote ? 'titleCreditNote' : 'title', { number, recipient: recipient.name });
  const panels = [
    { key: 'history', label: say('tabHistory'), content: <History invoice={invoice} />, weight: 4 },
    { key: 'document', label: say('tabDocument'), content: <Document invoice={invoice} />, weight: 6 },
  ];
  return (
    <>
      <PageHeader
        title={title}
        badge={<InvoiceStatusChip invoice={invoice} withCode size="large" />}
        subtitle={<WhereSentence invoice={invoice} />}
        breadcrumbs={[{ label: say('list'), href: paths.invoices }]}
      />
      <div className={classes.top}>
        {clock && <InvoiceClockBar clock={clock} status={status} />}
        <RefusalReason invoice={invoice} />
        {invoice.availableActions.includes('COMPLETE') && <AnswerPanel invoice={invoice} />}
      </div>
      <SideBySide label={title} panels={panels} />
    </>
  );
}

function History({ invoice }: InvoiceSheetProps): ReactNode {
  const say = useWords();
  return (
    <div className={classes.stack}>
      <section className="pv-panel">
        <h2 className="pv-panel-title">{say('history')}</h2>
        <InvoiceTimeline events={invoice.timeline} />
      </section>
      <DocumentList invoice={invoice} />
      <DepositReceiptPanel invoice={invoice} />
      <Advice invoice={invoice} />
    </div>
  );
}

function Document({ invoice }: InvoiceSheetProps): ReactNode {
  const say = useWords();
  return (
    <div className={classes.stack}>
      <section className="pv-panel">
        <h2 className="pv-panel-title">{say('data')}</h2>
        <InvoiceFacts invoice={invoice} />
      </section>
      <InvoiceDocumentView invoice={invoice} />
    </div>
  );
}
