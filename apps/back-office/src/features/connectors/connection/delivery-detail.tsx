import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Dialog } from '@parvis/ui/acts/dialog';
import { CopyText } from '@parvis/ui/display/copy-text';
import { DateText } from '@parvis/ui/display/date-text';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { DeliveryDetailDocument, type DeliveryDetailQuery } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';
import { deliveryTones } from './delivery-tones.js';
import { Exchanges } from './exchanges.js';

interface DeliveryDetailProps {
  readonly invoiceId: string;
  readonly connectionId: string;
  readonly onClose: () => void;
}

type Detailed = NonNullable<DeliveryDetailQuery['invoice']>['deliveries'][number];

/** One delivery to the bottom: under which key, how often, what was asked and what came back. */
export function DeliveryDetail({ invoiceId, connectionId, onClose }: DeliveryDetailProps): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, error, refetch } = useQuery(DeliveryDetailDocument, {
    variables: { invoiceId, language },
    fetchPolicy: 'cache-and-network',
  });
  const delivery = data?.invoice?.deliveries.find(({ connection }) => connection.id === connectionId);
  return (
    <Dialog
      opened
      size="xl"
      title={delivery ? say('detailTitle', { number: delivery.invoice.number }) : say('detailTitleLoading')}
      onClose={onClose}
    >
      {delivery ? (
        <Detail delivery={delivery} />
      ) : error ? (
        <Broken error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <EmptyState title={say('detailGoneTitle')} why={say('detailGoneText')} />
      ) : (
        <PageLoading shape="detail" />
      )}
    </Dialog>
  );
}

function Detail({ delivery }: { readonly delivery: Detailed }): ReactNode {
  const say = useWords();
  const { money } = useDisplay();
  const { invoice, state, key, attempts, remoteId, remoteNumber, remoteStatus } = delivery;
  return (
    <div className={classes.detail}>
      <KeyValueList
        columns={2}
        entries={[
          { key: 'supplier', label: say('supplier'), value: invoice.supplier.name },
          { key: 'amount', label: say('amount'), value: money(invoice.due, invoice.currency) },
          {
            key: 'state',
            label: say('state'),
            value: <StatusChip tone={deliveryTones[state]}>{say(`state_${state}`)}</StatusChip>,
          },
          { key: 'attempts', label: say('attempts'), value: attempts },
          ...(delivery.problem
            ? [
                {
                  key: 'why',
                  label: say('why'),
                  value: [delivery.problem, delivery.nextStep].filter(Boolean).join(' '),
                },
              ]
            : []),
          ...(delivery.deliveredAt
            ? [{ key: 'when', label: say('deliveredAt'), value: <DateText value={delivery.deliveredAt} /> }]
            : []),
          ...(remoteId
            ? [
                {
                  key: 'there',
                  label: say('there'),
                  value: remoteNumber ?? say('unnumbered', { id: remoteId }),
                },
                { key: 'remoteId', label: say('remoteId'), value: <CopyText value={remoteId} /> },
              ]
            : []),
          ...(remoteStatus ? [{ key: 'word', label: say('theirStatus'), value: remoteStatus }] : []),
          { key: 'key', label: say('key'), value: <CopyText value={key} label={say('key')} /> },
        ]}
      />
      <div>
        <Button href={paths.invoice(invoice.id)} variant="default">
          {say('openInvoice')}
        </Button>
      </div>
      <Exchanges
        exchanges={delivery.exchanges}
        fileName={`${say('exchangesFile')}-${invoice.number.replaceAll(/[^\w-]+/g, '_')}.json`}
      />
    </div>
  );
}
