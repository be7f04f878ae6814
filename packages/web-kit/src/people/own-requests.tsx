import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { Broken } from '../errors/broken.js';
import {
  type JoinRequestPartsFragment,
  MyRequestsDocument,
  RemindJoinRequestDocument,
  WithdrawJoinRequestDocument,
} from '../gql/graphql.js';
import { ClaimCard } from './claim-card.js';
import { ClaimDialog } from './claim-dialog.js';
import classes from './people.module.css';
import { RequestCard } from './request-card.js';
import { usePeopleWords } from './words.js';

/** What the person has asked for, and what became of it. */
export function OwnRequests(): ReactNode {
  const say = usePeopleWords();
  const { data, error, refetch } = useQuery(MyRequestsDocument, { fetchPolicy: 'cache-and-network' });
  const [claiming, setClaiming] = useState<JoinRequestPartsFragment>();
  if (!data)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="list" />;
  const { myJoinRequests: requests, myOwnershipClaims: claims } = data;
  if (requests.length + claims.length === 0)
    return <EmptyState title={say('mineEmpty')} why={say('mineEmptyWhy')} />;
  const done = (): void => {
    setClaiming(undefined);
    void refetch();
  };
  return (
    <>
      <ul className={classes.list}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimCard claim={claim} mayObject={false} onDone={done} />
          </li>
        ))}
        {requests.map((request) => (
          <li key={request.id}>
            <RequestCard request={request} title={request.structureName}>
              {request.state === 'WAITING' && (
                <Acts request={request} onClaim={() => setClaiming(request)} onDone={done} />
              )}
            </RequestCard>
          </li>
        ))}
      </ul>
      {claiming && <ClaimDialog request={claiming} onDone={done} onClose={() => setClaiming(undefined)} />}
    </>
  );
}

interface ActsProps {
  readonly request: JoinRequestPartsFragment;
  readonly onClaim: () => void;
  readonly onDone: () => void;
}

function Acts({ request, onClaim, onDone }: ActsProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [remind] = useMutation(RemindJoinRequestDocument);
  const [withdraw] = useMutation(WithdrawJoinRequestDocument);
  const variables = { structureId: request.structureId, requestId: request.id };
  const tell = (answer: { readonly __typename: string } | undefined, done: string): void => {
    if (answer && 'message' in answer && 'nextStep' in answer)
      toast({ tone: 'warning', message: `${String(answer.message)} ${String(answer.nextStep)}` });
    else if (answer) toast({ message: done });
    onDone();
  };
  return (
    <>
      <Button
        variant="default"
        onClick={async () =>
          tell((await remind({ variables }).catch(() => undefined))?.data?.remindJoinRequest, say('reminded'))
        }
      >
        {say('remind')}
      </Button>
      <Button
        variant="subtle"
        onClick={async () =>
          tell(
            (await withdraw({ variables }).catch(() => undefined))?.data?.withdrawJoinRequest,
            say('takenBack'),
          )
        }
      >
        {say('takeBack')}
      </Button>
      <Button variant="subtle" onClick={onClaim}>
        {say('claimAct')}
      </Button>
    </>
  );
}
