import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { AmountText } from '@parvis/ui/display/amount-text';
import { DateText } from '@parvis/ui/display/date-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { DataTable } from '@parvis/ui/table/data-table';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import {
  type ConnectionDeliveriesQuery,
  type DeliveryState,
  RetryOneDeliveryDocument,
} from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { useMayAct } from '../../rows/may-act.js';
import classes from './connectors.module.css';
import { useWords } from './words.js';

type DeliveryRow =
  ConnectionDeliveriesQuery['accountingConnections'][number]['deliveries']['edges'][number]['node'];

const tones: Record<DeliveryState, Tone> = {
  WAITING: 'info',
  SENDING: 'progress',
  DELIVERED: 'success',
  NEEDS_ATTENTION: 'danger',
  REFUSED: 'danger',
  PARKED: 'warning',
};

interface DeliveryTableProps {
  readonly deliveries: readonly DeliveryRow[];
  readonly total: number;
  readonly onRetried: () => void;
}

/** Each delivery: where it stands, what it is called there, and what to do when it is stuck. */
export function DeliveryTable({ deliveries, total, onRetried }: DeliveryTableProps): ReactNode {
  const say = useWords();
  return (
    <DataTable
      caption={say('deliveries')}
      columns={[
        {
          key: 'supplier',
          header: say('supplier'),
          cell: ({ invoice }) => invoice.supplier.name,
          cardRole: 'title',
        },
        {
          key: 'invoice',
          header: say('invoice'),
          cell: ({ invoice }) => invoice.number,
          cardRole: 'detail',
          nowrap: true,
        },
        {
          key: 'state',
          header: say('state'),
          cell: ({ state }) => <StatusChip tone={tones[state]}>{say(`state_${state}`)}</StatusChip>,
          cardRole: 'status',
          nowrap: true,
        },
        {
          key: 'there',
          header: say('there'),
          cell: (row) => isKnownThere(row) && <There row={row} />,
          cardRole: 'detail',
        },
        {
          key: 'stands',
          header: say('stands'),
          cell: ({ invoice }) => <InvoiceStatusChip invoice={invoice} />,
          cardRole: 'detail',
          nowrap: true,
        },
        // Most of the time nothing is wrong, and the column would stand empty.
        ...(deliveries.some(({ problem }) => problem)
          ? [
              {
                key: 'why',
                header: say('why'),
                cell: (row: DeliveryRow) => row.problem && <Why row={row} onRetried={onRetried} />,
                cardRole: 'detail' as const,
              },
            ]
          : []),
        {
          key: 'when',
          header: say('when'),
          cell: ({ deliveredAt, lastAttemptAt, createdAt }) => (
            <DateText value={deliveredAt ?? lastAttemptAt ?? createdAt} />
          ),
          cardRole: 'deadline',
          nowrap: true,
        },
        {
          key: 'amount',
          header: say('amount'),
          cell: ({ invoice }) => <AmountText value={invoice.due} currency={invoice.currency} />,
          align: 'end',
          nowrap: true,
          cardRole: 'amount',
        },
      ]}
      rows={deliveries}
      rowKey={({ id }) => id}
      rowLabel={({ invoice }) => `${invoice.number}, ${invoice.supplier.name}`}
      rowHref={({ invoice }) => paths.invoice(invoice.id)}
      empty={<EmptyState title={say('emptyTitle')} why={say('emptyText')} />}
      total={total}
    />
  );
}

const isKnownThere = ({ remoteId, remoteNumber }: DeliveryRow): boolean =>
  (remoteNumber ?? remoteId) !== null;

/** What the accounting system calls it, and its own word for where it stands. */
function There({ row }: { readonly row: DeliveryRow }): ReactNode {
  const say = useWords();
  const { remoteId, remoteNumber, remoteStatus } = row;
  return (
    <span className={classes.stack}>
      <span>{remoteNumber ?? say('unnumbered', { id: remoteId ?? '' })}</span>
      {remoteStatus && <small>{say('theirWord', { status: remoteStatus })}</small>}
    </span>
  );
}

function Why({ row, onRetried }: { readonly row: DeliveryRow; readonly onRetried: () => void }): ReactNode {
  const say = useWords();
  const { ago } = useDisplay();
  const show = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [retry, { loading }] = useMutation(RetryOneDeliveryDocument);
  const isWaiting = row.state === 'WAITING' && row.nextAttemptAt !== null;
  const mayAct = useMayAct();
  const isStuck =
    isWaiting || row.state === 'NEEDS_ATTENTION' || row.state === 'REFUSED' || row.state === 'PARKED';
  const sendAgain = async (): Promise<void> => {
    const input = { invoiceId: row.invoice.id, connectionId: row.connection.id, language } as const;
    const answer = await retry({ variables: { input, language } }).catch(() => undefined);
    const outcome = answer?.data?.retryDelivery;
    if (outcome?.__typename === 'DeliveryRetried') show({ message: say('retried') });
    else show({ tone: 'danger', message: outcome?.message ?? say('checkFailed') });
    onRetried();
  };
  return (
    <span className={classes.stack}>
      <span>{row.problem}</span>
      {row.nextStep && <small>{row.nextStep}</small>}
      {isWaiting && row.nextAttemptAt && <small>{say('nextAttempt', { ago: ago(row.nextAttemptAt) })}</small>}
      {isStuck && mayAct && (
        <Button size="compact-sm" variant="default" disabled={loading} onClick={() => void sendAgain()}>
          {say('retry')}
        </Button>
      )}
    </span>
  );
}
