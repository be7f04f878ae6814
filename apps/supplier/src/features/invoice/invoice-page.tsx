import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Language, SupplierInvoiceDocument } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { InvoiceSheet } from './invoice-sheet.js';
import { useLiveInvoice } from './use-live-invoice.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/factures/$invoiceId');

export function InvoicePage(): ReactNode {
  const { invoiceId: id } = route.useParams();
  const language: Language = useLanguage() === 'en' ? 'EN' : 'FR';
  const { data, previousData, error, refetch } = useQuery(SupplierInvoiceDocument, {
    variables: { id, language },
  });
  useLiveInvoice({ id, language });
  const invoice = data ? data.invoice : (previousData?.invoice ?? undefined);
  if (invoice) return <InvoiceSheet key={invoice.id} invoice={invoice} />;
  if (error) return <Broken wholePage error={error} onRetry={() => void refetch()} />;
  return invoice === null ? <NoSuchInvoice /> : <PageLoading shape="detail" />;
}

function NoSuchInvoice(): ReactNode {
  const say = useWords();
  const act = <Button href={paths.invoices}>{say('list')}</Button>;
  return <EmptyState wholePage title={say('notFoundTitle')} why={say('notFoundText')} firstStep={act} />;
}
