import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { LoadMore } from '@parvis/ui/table/load-more';
import { type ReactNode, useState } from 'react';
import { Broken } from '../errors/broken.js';
import { type JoinRequestPartsFragment, JoinRequestsDocument } from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { ApproveDialog } from './approve-dialog.js';
import classes from './people.module.css';
import { RefuseDialog } from './refuse-dialog.js';
import { RequestCard } from './request-card.js';
import { usePeopleWords } from './words.js';

export interface RequestListProps {
  readonly membership: ViewerMembership;
  /** Those that wait; the answered ones otherwise. */
  readonly waiting: boolean;
}

interface Asked {
  readonly act: 'approve' | 'refuse';
  readonly request: JoinRequestPartsFragment;
}

const answered = ['APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const;

/** Requests to join, the oldest first: each waits for one of two acts. */
export function RequestList({ membership, waiting }: RequestListProps): ReactNode {
  const say = usePeopleWords();
  const variables = {
    structureId: membership.structure.id,
    states: waiting ? (['WAITING'] as const).slice() : [...answered],
  };
  const { data, error, refetch, fetchMore } = useQuery(JoinRequestsDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const [asked, setAsked] = useState<Asked>();
  const page = data?.joinRequests;
  const mayGrant = membership.rights.includes('PERSON_GRANT');
  if (!page)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="list" />;
  if (page.edges.length === 0)
    return (
      <EmptyState title={say(waiting ? 'requestsEmpty' : 'answeredEmpty')} why={say('requestsEmptyWhy')} />
    );
  const done = (): void => {
    setAsked(undefined);
    void refetch();
  };
  const more = (): void => {
    void fetchMore({
      variables: { after: page.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        joinRequests: {
          ...fetchMoreResult.joinRequests,
          edges: [...before.joinRequests.edges, ...fetchMoreResult.joinRequests.edges],
        },
      }),
    });
  };
  return (
    <>
      <ul className={classes.list}>
        {page.edges.map(({ node: request }) => (
          <li key={request.id}>
            <RequestCard request={request} title={request.name} subtitle={request.email}>
              {waiting && mayGrant && (
                <>
                  <Button
                    aria-label={say('approveOf', { name: request.name })}
                    onClick={() => setAsked({ act: 'approve', request })}
                  >
                    {say('approve')}
                  </Button>
                  <Button
                    variant="default"
                    aria-label={say('refuseTitle', { name: request.name })}
                    onClick={() => setAsked({ act: 'refuse', request })}
                  >
                    {say('refuse')}
                  </Button>
                </>
              )}
            </RequestCard>
          </li>
        ))}
      </ul>
      <LoadMore
        shown={page.edges.length}
        total={undefined}
        onLoadMore={page.pageInfo.hasNextPage ? more : undefined}
        loading={false}
      />
      {asked?.act === 'approve' && (
        <ApproveDialog
          membership={membership}
          request={asked.request}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.act === 'refuse' && (
        <RefuseDialog request={asked.request} onDone={done} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}
