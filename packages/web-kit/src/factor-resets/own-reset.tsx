import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { DateText } from '@parvis/ui/display/date-text';
import { Notice } from '@parvis/ui/display/notice';
import { useToast } from '@parvis/ui/toast/toasts';
import type { ReactNode } from 'react';
import { OwnFactorResetDocument, StopFactorResetDocument } from '../gql/graphql.js';
import { useResetWords } from './words.js';

/** On top of the account: that the factors are about to go, or that they are gone. */
export function OwnReset({ isProtected }: { readonly isProtected: boolean }): ReactNode {
  const say = useResetWords();
  const toast = useToast();
  const { data, refetch } = useQuery(OwnFactorResetDocument, { fetchPolicy: 'cache-and-network' });
  const [stop, { loading }] = useMutation(StopFactorResetDocument);
  const { reset, mustProtectAgain } = data?.ownFactorReset ?? {};
  const end = async (resetId: string): Promise<void> => {
    const answer = await stop({ variables: { input: { resetId } } }).catch(() => undefined);
    const stopped = answer?.data?.stopFactorReset;
    if (stopped?.__typename === 'FactorResetChanged') toast({ message: say('stopDone') });
    else
      toast({
        tone: 'danger',
        message: stopped ? `${stopped.message} ${stopped.nextStep}` : say('failed'),
      });
    await refetch();
  };
  if (reset)
    return (
      <Notice
        tone="danger"
        title={say(reset.state === 'GRANTED' ? 'ownTitle_GRANTED' : 'ownTitle_WAITING')}
        actions={
          <Button disabled={loading} onClick={() => void end(reset.id)}>
            {say('stop')}
          </Button>
        }
      >
        <p>
          {say('asked')} <DateText value={reset.askedAt} look="exact" />
          {reset.askedFrom && ` ${say('from', { place: reset.askedFrom })}`}. {say('ownText')}
        </p>
        {reset.effectiveAt && (
          <p>
            {say('effective')} <DateText value={reset.effectiveAt} look="exact" />
          </p>
        )}
      </Notice>
    );
  if (mustProtectAgain && !isProtected)
    return (
      <Notice tone="danger" live title={say('bareTitle')}>
        {say('bareText')}
      </Notice>
    );
  return null;
}
