import { useQuery } from '@apollo/client/react';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { Notice } from '@parvis/ui/display/notice';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { DataTable } from '@parvis/ui/table/data-table';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { OwnEntryDocument, type OwnEntryQuery } from '../../gql/graphql.js';
import classes from './directory.module.css';
import { useWords } from './words.js';

/** What suppliers see of an entity before they invoice: for those of its people who do not see its settings. */
export function OwnEntry({ siret }: { readonly siret: string }): ReactNode {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, error, refetch } = useQuery(OwnEntryDocument, { variables: { siret, language } });
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading shape="detail" />;
  return data.directoryEntry ? <Entry entry={data.directoryEntry} /> : null;
}

type DirectoryEntry = NonNullable<OwnEntryQuery['directoryEntry']>;

function Entry({ entry }: { readonly entry: DirectoryEntry }): ReactNode {
  const say = useWords();
  const { siret } = useDisplay();
  const { requirements } = entry;
  const demanded = (required: boolean): string => {
    if (requirements.serviceCodeOrEngagementNumber) return say('oneOfTwo');
    return say(required ? 'required' : 'optional');
  };
  return (
    <section aria-label={entry.name}>
      <h2>{entry.name}</h2>
      <Notice tone="info" title={say('asSeen')}>
        {entry.requirementSentence}
      </Notice>
      <div className={`pv-panel ${classes.facts}`}>
        <KeyValueList
          columns={2}
          entries={[
            { key: 'siret', label: say('siret'), value: siret(entry.siret) },
            { key: 'kind', label: say('kind'), value: say(`kind_${entry.kind}`) },
            { key: 'town', label: say('town'), value: entry.town },
            { key: 'term', label: say('term'), value: say('days', { count: entry.paymentTermDays }) },
            { key: 'service', label: say('serviceCode'), value: demanded(requirements.serviceCode) },
            { key: 'engagement', label: say('engagement'), value: demanded(requirements.engagementNumber) },
            {
              key: 'payment',
              label: say('paymentShown'),
              value: say(entry.reportsPayment ? 'paymentReported' : 'paymentNotReported'),
            },
          ]}
        />
      </div>
      <h3>{say('services')}</h3>
      <DataTable
        caption={say('services')}
        columns={[
          {
            key: 'code',
            header: say('code'),
            cell: ({ code }) => <code>{code}</code>,
            cardRole: 'detail',
            nowrap: true,
          },
          { key: 'name', header: say('name'), cell: ({ name }) => name, cardRole: 'title' },
          {
            key: 'engagement',
            header: say('engagement'),
            cell: ({ engagementNumberRequired }) =>
              demanded(engagementNumberRequired || requirements.engagementNumber),
            cardRole: 'detail',
          },
          {
            key: 'state',
            header: say('state'),
            cell: ({ active }) => (
              <StatusChip tone={active ? 'success' : 'neutral'}>
                {say(active ? 'active' : 'inactive')}
              </StatusChip>
            ),
            cardRole: 'status',
          },
        ]}
        rows={entry.services.nodes}
        rowKey={({ code }) => code}
        rowLabel={({ name }) => name}
        empty={<p>{say('noService')}</p>}
        total={entry.services.totalCount}
        moreThanTotal={entry.services.hasMoreThanTotal}
      />
    </section>
  );
}
