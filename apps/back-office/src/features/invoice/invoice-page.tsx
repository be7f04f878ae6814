import { useQuery, useSubscription } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { SideBySide } from '@parvis/ui/documents/side-by-side';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { Broken } from '@parvis/web-kit/errors/broken';
import { InvoiceClockBar } from '@parvis/web-kit/invoice/invoice-clock-bar';
import { InvoiceDocumentView } from '@parvis/web-kit/invoice/invoice-document-view';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
import { useStatusWords } from '@parvis/web-kit/invoice/status-words';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import {
  BuyerInvoiceChangedDocument,
  type BuyerInvoiceFragment,
  BuyerInvoicePageDocument,
} from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import classes from './invoice.module.css';
import { InvoiceActs } from './invoice-acts.js';
import { InvoiceData } from './invoice-data.js';
import { InvoiceHistory } from './invoice-history.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/factures/$id');

/** One invoice: the document beside its data beside its history, and what can be done with it. */
export function InvoicePage(): ReactNode {
  const say = useWords();
  const { id } = route.useParams();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, error, refetch } = useQuery(BuyerInvoicePageDocument, { variables: { id, language } });
  useLiveChanges(id, language);

  if (error && !data) return <Broken wholePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading shape="detail" />;
  if (data.invoice) return <InvoiceSheet invoice={data.invoice} />;
  return (
    <EmptyState
      wholePage
      title={say('notFoundTitle')}
      why={say('notFoundText')}
      firstStep={
        <Link href={paths.invoices} className="pv-link">
          {say('list')}
        </Link>
      }
    />
  );
}

/** What others do to the invoice shows at once; one's own acts have said so already. */
const useLiveChanges = (id: string, language: 'FR' | 'EN'): void => {
  const say = useWords();
  const status = useStatusWords();
  const show = useToast();
  const announced = useRef(0);
  useSubscription(BuyerInvoiceChangedDocument, {
    variables: { id, language },
    onData: ({ data: { data } }) => {
      const invoice = data?.invoiceChanged.invoice;
      const last = invoice?.timeline.at(-1);
      if (!invoice || !last || last.sequence <= announced.current) return;
      announced.current = last.sequence;
      if (last.actorKind !== 'BUYER')
        show({ tone: 'info', message: say('changedLive', { status: status(invoice.status) }) });
    },
  });
};

function InvoiceSheet({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  const { money } = useDisplay();
  return (
    <>
      <PageHeader
        title={say(invoice.isCreditNote ? 'titleCreditNote' : 'title', { number: invoice.number })}
        subtitle={say('lead', {
          supplier: invoice.supplier.name,
          amount: money(invoice.due, invoice.currency),
        })}
        badge={<InvoiceStatusChip invoice={invoice} withCode size="large" />}
        breadcrumbs={[{ label: say('list'), href: paths.invoices }]}
      />
      <div className={classes.sheet}>
        {invoice.clock && <InvoiceClockBar clock={invoice.clock} status={invoice.status} />}
        <InvoiceActs invoice={invoice} />
        <InvoicePanels invoice={invoice} />
      </div>
    </>
  );
}

/** Three columns where there is room; else the document beside tabs; on a telephone, tabs alone. */
function InvoicePanels({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  const roomy = useMediaQuery('(min-width: 100em)', false, { getInitialValueInEffect: false });
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const label = say('title', { number: invoice.number });
  const document = {
    key: 'document',
    label: say('tabDocument'),
    weight: 1.2,
    content: <InvoiceDocumentView invoice={invoice} height="52rem" />,
  };
  const data = { key: 'data', label: say('tabData'), content: <InvoiceData invoice={invoice} /> };
  const history = { key: 'history', label: say('tabHistory'), content: <InvoiceHistory invoice={invoice} /> };
  if (roomy || narrow) return <SideBySide label={label} firstTab="data" panels={[document, data, history]} />;
  const beside = <SideBySide label={label} foldBelow="100em" firstTab="data" panels={[data, history]} />;
  return <SideBySide label={label} panels={[document, { key: 'beside', label, content: beside }]} />;
}
