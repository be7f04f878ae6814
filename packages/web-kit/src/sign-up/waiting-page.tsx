import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import type { ReactNode } from 'react';
import { Broken } from '../errors/broken.js';
import { WaitingRequestsDocument } from '../gql/graphql.js';
import type { SignUpPlace } from './place.js';
import classes from './sign-up.module.css';
import { WaitingRequest } from './waiting-request.js';
import { useSignUpWords } from './words.js';

/** For an account in no structure yet: who was asked, when, and what can be done meanwhile. */
export function WaitingPage({ directoryHref, accountHref, requestsHref }: SignUpPlace): ReactNode {
  const say = useSignUpWords();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(WaitingRequestsDocument);
  const again = (): void => {
    void Promise.all([refetch(), client.refetchQueries({ include: ['Session'] })]).catch(() => undefined);
  };
  if (!data)
    return error ? <Broken wholePage error={error} onRetry={again} /> : <PageLoading shape="block" />;
  const waiting = data.myJoinRequests.filter(({ state }) => state === 'WAITING');
  const refused = data.myJoinRequests.filter(({ state }) => state === 'REFUSED');
  const shown = waiting.length > 0 ? waiting : refused.slice(0, 1);
  const check = <Button onClick={again}>{say('checkAgain')}</Button>;
  if (shown.length === 0) {
    return (
      <EmptyState wholePage title={say('noStructureTitle')} why={say('noStructureText')} firstStep={check} />
    );
  }
  return (
    <div className={classes.narrow}>
      <PageHeader
        title={say(waiting.length > 0 ? 'waitingTitle' : 'refusedTitle')}
        subtitle={waiting.length > 0 ? say('waitingText') : undefined}
      />
      <ul className={classes.requests}>
        {shown.map((request) => (
          <WaitingRequest key={request.id} request={request} onChanged={again} />
        ))}
      </ul>
      <p className={classes.below}>{check}</p>
      <section className={classes.more} aria-labelledby="meanwhile">
        <h2 id="meanwhile" className="pv-panel-title">
          {say('meanwhile')}
        </h2>
        <Link href={requestsHref} className="pv-link">
          {say('ownRequests')}
        </Link>
        <Link href={directoryHref} className="pv-link">
          {say('useDirectory')}
        </Link>
        <Link href={accountHref} className="pv-link">
          {say('protectAccount')}
        </Link>
      </section>
    </div>
  );
}
