import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { DateText } from '@parvis/ui/display/date-text';
import { TwoLines } from '@parvis/ui/display/two-lines';
import { EmptyState } from '@parvis/ui/states/empty-state';
import type { Column } from '@parvis/ui/table/column';
import { DataTable } from '@parvis/ui/table/data-table';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Broken } from '../errors/broken.js';
import {
  EndMembershipDocument,
  type MemberPartsFragment,
  MembersDocument,
  TransferMainManagementDocument,
} from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { useSession } from '../session/session.js';
import { useAccessNames } from './access-words.js';
import { GrantChips } from './grant-chips.js';
import { LastDay } from './last-day.js';
import { MemberDialog } from './member-dialog.js';
import { outcomeOf } from './people-answer.js';
import { ReasonDialog } from './reason-dialog.js';
import { usePeopleWords } from './words.js';

interface Asked {
  readonly act: 'change' | 'end' | 'transfer';
  readonly member: MemberPartsFragment;
}

/** The people of a structure, to be found among thousands, with what each holds. */
export function MembersTable({
  membership,
  search,
}: {
  readonly membership: ViewerMembership;
  readonly search: string;
}): ReactNode {
  const say = usePeopleWords();
  const sought = useDeferredValue(search.trim());
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(MembersDocument, {
    variables: { structureId: membership.structure.id, search: sought || null },
    fetchPolicy: 'cache-and-network',
  });
  const [asked, setAsked] = useState<Asked>();
  const columns = useColumns(membership, setAsked);
  const page = (data ?? previousData)?.members;
  const done = (): void => {
    setAsked(undefined);
    void refetch();
  };
  const more = (): void => {
    const after = page?.pageInfo.endCursor;
    void fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => ({
        members: {
          ...fetchMoreResult.members,
          edges: [...before.members.edges, ...fetchMoreResult.members.edges],
        },
      }),
    });
  };
  return (
    <>
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={page?.edges.map(({ node }) => node) ?? []}
        rowKey={({ userId }) => userId}
        rowLabel={({ name }) => name}
        loading={loading && !page}
        broken={error && !page ? <Broken error={error} onRetry={() => void refetch()} /> : undefined}
        empty={<EmptyState title={say('emptyTitle')} why={say('emptyWhy', { search: sought })} />}
        onLoadMore={page?.pageInfo.hasNextPage ? more : undefined}
        loadingMore={loading && page !== undefined}
      />
      {asked?.act === 'change' && (
        <MemberDialog
          membership={membership}
          member={asked.member}
          onAct={(act) => setAsked({ act, member: asked.member })}
          onClose={done}
        />
      )}
      {asked && asked.act !== 'change' && (
        <MemberAct
          structureId={membership.structure.id}
          asked={asked}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

const useColumns = (
  { rights }: ViewerMembership,
  ask: (asked: Asked) => void,
): readonly Column<MemberPartsFragment>[] => {
  const say = usePeopleWords();
  const names = useAccessNames();
  const { viewer } = useSession();
  const mayAppoint = rights.includes('PERSON_APPOINT');
  const acts: Column<MemberPartsFragment> = {
    key: 'acts',
    header: say('acts'),
    cardRole: 'detail',
    cell: (member) =>
      member.userId === viewer.id || (member.role === 'MAIN_MANAGER' && !mayAppoint) ? null : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={say('changeOf', { name: member.name })}
          onClick={() => ask({ act: 'change', member })}
        >
          {say('change')}
        </Button>
      ),
  };
  return [
    {
      key: 'person',
      header: say('person'),
      cardRole: 'title',
      cell: ({ name, email, userId }) => (
        <TwoLines second={email}>{userId === viewer.id ? `${name} (${say('you')})` : name}</TwoLines>
      ),
    },
    { key: 'role', header: say('role'), cardRole: 'status', cell: ({ role }) => names.role(role) },
    {
      key: 'spaces',
      header: say('spaces'),
      cardRole: 'detail',
      cell: (member) => <GrantChips {...member} />,
    },
    {
      key: 'until',
      header: say('until'),
      cardRole: 'detail',
      nowrap: true,
      cell: ({ until }) => (until ? <LastDay end={until} /> : say('noEnd')),
    },
    {
      key: 'lastSignIn',
      header: say('lastSignIn'),
      cardRole: 'detail',
      nowrap: true,
      cell: ({ lastSignedInAt }) => (lastSignedInAt ? <DateText value={lastSignedInAt} /> : say('never')),
    },
    ...(rights.includes('PERSON_GRANT') ? [acts] : []),
  ];
};

interface MemberActProps {
  readonly structureId: string;
  readonly asked: Asked;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function MemberAct({ structureId, asked: { act, member }, onDone, onClose }: MemberActProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [end] = useMutation(EndMembershipDocument);
  const [transfer] = useMutation(TransferMainManagementDocument);
  const { name, userId } = member;
  const isEnd = act === 'end';
  const confirm = async (reason: string) => {
    const variables = { input: { structureId, userId, reason } };
    const answer = isEnd
      ? (await end({ variables }).catch(() => undefined))?.data?.endMembership
      : (await transfer({ variables }).catch(() => undefined))?.data?.transferMainManagement;
    const problem = outcomeOf(answer, 'act');
    if (problem) return problem;
    toast({ message: say(isEnd ? 'ended' : 'transferred', { name }) });
    onDone();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say(isEnd ? 'endTitle' : 'transferTitle', { name })}
      text={say(isEnd ? 'endText' : 'transferText')}
      confirmLabel={say(isEnd ? 'endAct' : 'transferAct')}
      destructive={isEnd}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
