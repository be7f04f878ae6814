import { AmountText } from '@parvis/ui/display/amount-text';
import { DateText } from '@parvis/ui/display/date-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { TwoLines } from '@parvis/ui/display/two-lines';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { DataTable } from '@parvis/ui/table/data-table';
import { InvoiceStatusChip } from '@parvis/web-kit/invoice/invoice-status-chip';
import type { ReactNode } from 'react';
import type { DeliveryRowFragment } from '../../../gql/graphql.js';
import { useWords } from '../words.js';
import { deliveryTones } from './delivery-tones.js';
import { DeliveryWhy } from './delivery-why.js';

interface DeliveryTableProps {
  readonly deliveries: readonly DeliveryRowFragment[];
  readonly total: number | undefined;
  /** By a group or a search: nothing shown is then no news. */
  readonly isNarrowed: boolean;
  readonly hrefOf: (delivery: DeliveryRowFragment) => string;
  readonly mayOperate: boolean;
  readonly onRetried: () => void;
  readonly onMore: (() => void) | undefined;
}

/** Each delivery: where it stands, what it is called there, and what to do when it is stuck. */
export function DeliveryTable(props: DeliveryTableProps): ReactNode {
  const { deliveries, total, isNarrowed, hrefOf, mayOperate, onRetried, onMore } = props;
  const say = useWords();
  return (
    <DataTable
      caption={say('deliveries')}
      columns={[
        {
          key: 'supplier',
          header: say('invoice'),
          cell: ({ invoice }) => <TwoLines second={invoice.number}>{invoice.supplier.name}</TwoLines>,
          cardRole: 'title',
        },
        {
          key: 'state',
          header: say('state'),
          cell: ({ state }) => <StatusChip tone={deliveryTones[state]}>{say(`state_${state}`)}</StatusChip>,
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
                cell: (row: DeliveryRowFragment) =>
                  row.problem && <DeliveryWhy delivery={row} mayOperate={mayOperate} onRetried={onRetried} />,
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
      rowHref={hrefOf}
      empty={
        <EmptyState
          title={say(isNarrowed ? 'noMatchTitle' : 'emptyTitle')}
          why={say(isNarrowed ? 'noMatchText' : 'emptyText')}
        />
      }
      total={total}
      onLoadMore={onMore}
    />
  );
}

const isKnownThere = ({ remoteId, remoteNumber }: DeliveryRowFragment): boolean =>
  (remoteNumber ?? remoteId) !== null;

/** What the accounting system calls it, and its own word for where it stands. */
function There({ row }: { readonly row: DeliveryRowFragment }): ReactNode {
  const say = useWords();
  const { remoteId, remoteNumber, remoteStatus } = row;
  return (
    <TwoLines second={remoteStatus && <TheirWord status={remoteStatus} />}>
      {remoteNumber ?? say('unnumbered', { id: remoteId ?? '' })}
    </TwoLines>
  );
}

/** Cancelled there, it will never be paid, however well it was delivered. */
function TheirWord({ status }: { readonly status: string }): ReactNode {
  const say = useWords();
  return isWordForCancelled(status) ? (
    <StatusChip tone="warning">{say('cancelledThere', { status })}</StatusChip>
  ) : (
    say('theirWord', { status })
  );
}

const isWordForCancelled = (word: string): boolean => /^(cancel|annul)/i.test(word);
