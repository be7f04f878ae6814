import { useQuery } from '@apollo/client/react';
import { Notice } from '@parvis/ui/display/notice';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { type ReactNode, useState } from 'react';
import { InboxDocument, type InboxRowFragment } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { useInvoiceColumns } from '../../rows/invoice-columns.js';
import { useMayAct } from '../../rows/may-act.js';
import { ReaderNotice } from '../../rows/reader-notice.js';
import { type GroupName, groupInbox, groupNames, groupOf } from './inbox-groups.js';
import { SelectionBar } from './selection-bar.js';
import { useWords } from './words.js';

/** What waits for the team, most pressing first. */
export function InboxPage(): ReactNode {
  const say = useWords();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id ?? null;
  const { data, error, loading, refetch, fetchMore } = useQuery(InboxDocument, {
    variables: { structureId },
  });
  const [group, setGroup] = useState<GroupName | 'all'>('all');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useInvoiceColumns();
  const mayAct = useMayAct();

  const invoices = (data?.invoices.edges ?? []).map(({ node }) => node);
  const groups = groupInbox(invoices);
  const rows = invoices
    .filter((invoice) => group === 'all' || groupOf(invoice) === group)
    .toSorted((a, b) => groupNames.indexOf(groupOf(a)) - groupNames.indexOf(groupOf(b)));
  const { hasNextPage, endCursor } = data?.invoices.pageInfo ?? {};

  return (
    <>
      <PageHeader title={say('title')} subtitle={data && <Lead invoices={invoices} />} />
      <ReaderNotice>{say('readOnly')}</ReaderNotice>
      <FilterBar
        label={say('groups')}
        current={group}
        onChange={(key) => setGroup(key as GroupName | 'all')}
        choices={[
          { key: 'all', label: say('all'), count: invoices.length },
          ...groups.map(({ name, invoices: held }) => ({
            key: name,
            label: say(`group_${name}`),
            count: held.length,
            tone: name === 'late' ? ('danger' as const) : undefined,
          })),
        ]}
      />
      {group !== 'all' && (
        <Notice tone={group === 'late' ? 'danger' : 'neutral'}>{say(`hint_${group}`)}</Notice>
      )}
      <DataTable
        caption={say('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowLabel={({ number, supplier }) => `${number}, ${supplier.name}`}
        rowHref={({ id }) => paths.invoice(id)}
        selected={mayAct ? selected : undefined}
        onSelect={setSelected}
        loading={loading && !data}
        broken={error && !data ? <Broken error={error} onRetry={() => void refetch()} /> : undefined}
        empty={
          <EmptyState
            title={say('emptyTitle')}
            why={say('emptyText')}
            firstStep={
              <Link href={paths.invoices} className="pv-link">
                {say('seeAll')}
              </Link>
            }
          />
        }
        onLoadMore={hasNextPage ? () => void fetchMore({ variables: { after: endCursor } }) : undefined}
      />
      <SelectionBar
        invoices={invoices.filter(({ id }) => selected.has(id))}
        onDone={() => setSelected(new Set())}
      />
    </>
  );
}

function Lead({ invoices }: { readonly invoices: readonly InboxRowFragment[] }): ReactNode {
  const say = useWords();
  const open = invoices.filter(({ status }) => status !== 'SUSPENDED');
  const late = open.filter((invoice) => groupOf(invoice) === 'late').length;
  const sentence = say('lead', { count: open.length });
  return late > 0 ? `${sentence}, ${say('leadLate', { count: late })}.` : `${sentence}.`;
}
