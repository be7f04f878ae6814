import { useQuery } from '@apollo/client/react';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import {
  DiscrepanciesDocument,
  type DiscrepanciesQuery,
  type ReconciliationFinding,
  type ReconciliationReportFragment,
} from '../../../gql/graphql.js';
import { useDiscrepancyColumns } from './discrepancy-columns.js';
import classes from './reconciliation.module.css';
import { countOf, discrepant, gapsOf } from './report-state.js';
import { useWords } from './words.js';

/** What is not the same on both sides, and what to do about each. */
export function DiscrepancyList({
  report,
  connectionId,
}: {
  readonly report: ReconciliationReportFragment;
  readonly connectionId: string;
}): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const [finding, setFinding] = useState<ReconciliationFinding>();
  const columns = useDiscrepancyColumns(connectionId);
  const { data, previousData, error, refetch, fetchMore } = useQuery(DiscrepanciesDocument, {
    variables: { id: report.id, language: language === 'fr' ? 'FR' : 'EN', ...(finding && { finding }) },
  });
  const page = (data ?? previousData)?.reconciliation?.discrepancies;
  const onMore = (): void =>
    void fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult }) => joined(shown, fetchMoreResult),
    });
  const rows = page?.discrepancies.map((each, place) => ({ ...each, place })) ?? [];
  return (
    <div>
      <FilterBar
        label={say('show')}
        current={finding ?? 'all'}
        onChange={(key) => setFinding(discrepant.find((each) => each === key))}
        choices={[
          { key: 'all', label: say('all'), count: gapsOf(report) },
          ...discrepant
            .filter((each) => countOf(report, each) > 0)
            .map((each) => ({ key: each, label: say(`title_${each}`), count: countOf(report, each) })),
        ]}
      >
        <Exports reportId={report.id} />
      </FilterBar>
      <DataTable
        caption={say('show')}
        columns={columns}
        rows={rows}
        rowKey={({ place }) => String(place)}
        rowLabel={({ finding: found, invoiceNumber, remoteNumber }) =>
          `${say(`one_${found}`)}, ${invoiceNumber ?? remoteNumber ?? ''}`
        }
        loading={!page && !error}
        broken={error && !page ? <Broken error={error} onRetry={() => void refetch()} /> : undefined}
        empty={<EmptyState title={say('noMatch')} why={say('hidden')} />}
        total={finding ? countOf(report, finding) : gapsOf(report)}
        onLoadMore={page?.pageInfo.hasNextPage ? onMore : undefined}
      />
    </div>
  );
}

function Exports({ reportId }: { readonly reportId: string }): ReactNode {
  const say = useWords();
  const address = new URLSearchParams({ reconciliation: reportId, lang: useLanguage() });
  return (
    <span className={classes.exports}>
      <a className="pv-link" href={`/exports/discrepancies.csv?${address}`} download>
        {say('exportCsv')}
      </a>
      <a className="pv-link" href={`/exports/discrepancies.xlsx?${address}`} download>
        {say('exportXlsx')}
      </a>
    </span>
  );
}

const joined = (shown: DiscrepanciesQuery, next: DiscrepanciesQuery): DiscrepanciesQuery => {
  if (!shown.reconciliation || !next.reconciliation) return next;
  const before = shown.reconciliation.discrepancies.discrepancies;
  const { discrepancies } = next.reconciliation;
  return {
    reconciliation: {
      ...next.reconciliation,
      discrepancies: { ...discrepancies, discrepancies: [...before, ...discrepancies.discrepancies] },
    },
  };
};
