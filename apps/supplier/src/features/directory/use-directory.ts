import { useQuery } from '@apollo/client/react';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { SearchDirectoryDocument } from '../../gql/graphql.js';
import { asQuery, type DirectoryFilters, isAsked } from './directory-filters.js';

const PAGE = 20;

/** The answer to the search, page by page; the one before stays until the next is there. */
export const useDirectory = (filters: DirectoryFilters) => {
  const language = useLanguage() === 'en' ? 'EN' : 'FR';
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(SearchDirectoryDocument, {
    variables: { ...asQuery(filters), language, first: PAGE },
    skip: !isAsked(filters),
    notifyOnNetworkStatusChange: true,
  });
  const shown = (data ?? previousData)?.directory;
  return {
    rows: shown?.edges ?? [],
    total: shown && !shown.hasMoreThanTotal ? shown.totalCount : undefined,
    hasMoreThanTotal: shown?.hasMoreThanTotal ?? false,
    loading: loading && !shown,
    loadingMore: loading && shown !== undefined,
    error: shown ? undefined : error,
    retry: () => void refetch().catch(() => undefined),
    loadMore: shown?.pageInfo.hasNextPage
      ? () => void fetchMore({ variables: { after: shown.pageInfo.endCursor } })
      : undefined,
  };
};

export type FoundRow = ReturnType<typeof useDirectory>['rows'][number];
