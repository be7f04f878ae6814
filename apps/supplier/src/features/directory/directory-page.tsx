import { useQuery } from '@apollo/client/react';
import { FilterSearch } from '@parvis/ui/filters/filter-search';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Language, SearchDirectoryDocument } from '../../gql/graphql.js';
import { useTypedSearch } from '../../typing/use-typed-search.js';
import classes from './directory.module.css';
import { EntityCard } from './entity-card.js';
import { useWords } from './words.js';

const route = getRouteApi('/open/annuaire');

export function DirectoryPage(): ReactNode {
  const say = useWords();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = (text: string) =>
    void navigate({ search: text.trim() ? { q: text.trim() } : {}, replace: true });
  const [typed, type] = useTypedSearch(q, ask);
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('intro')} />
      <div className={classes.search}>
        <FilterSearch label={say('search')} value={typed} onChange={type} />
      </div>
      {q === '' ? (
        <EmptyState
          icon={<IconSearch size={24} stroke={1.6} />}
          title={say('startTitle')}
          why={say('startText')}
        />
      ) : (
        <Found search={q} />
      )}
    </>
  );
}

function Found({ search }: { readonly search: string }): ReactNode {
  const say = useWords();
  const language: Language = useLanguage() === 'en' ? 'EN' : 'FR';
  const { data, previousData, error, refetch } = useQuery(SearchDirectoryDocument, {
    variables: { search, language },
  });
  const entries = (data ?? previousData)?.directory;
  if (!entries && error) return <Broken error={error} onRetry={() => void refetch()} />;
  if (!entries) return <PageLoading shape="list" />;
  if (entries.length === 0) {
    return <EmptyState title={say('noMatchTitle', { search })} why={say('noMatchText')} />;
  }
  return (
    <ul className={classes.entries}>
      {entries.map((entry) => (
        <EntityCard key={entry.siret} entry={entry} />
      ))}
    </ul>
  );
}
