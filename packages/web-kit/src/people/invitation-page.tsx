import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { type ReactNode, useState } from 'react';
import { Broken } from '../errors/broken.js';
import { AcceptInvitationDocument, InvitationOfferedDocument } from '../gql/graphql.js';
import { chooseStructure } from '../session/current-structure.js';
import { SignedInOnly, useMaybeSession } from '../session/session.js';
import { InvitedForm } from '../sign-up/invited-form.js';
import classes from './people.module.css';
import { usePeopleWords } from './words.js';

export interface InvitationPageProps {
  readonly homeHref: string;
}

/** Where the link of an invitation leads: whoever is signed in joins, others sign in or create the account that joins. */
export function InvitationPage({ homeHref }: InvitationPageProps): ReactNode {
  const say = usePeopleWords();
  const session = useMaybeSession();
  // It stays in the address: signing in draws the page anew.
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const { data, error, refetch } = useQuery(InvitationOfferedDocument, { variables: { token } });
  const [accept, { loading }] = useMutation(AcceptInvitationDocument);
  const [signingIn, setSigningIn] = useState(false);
  const [signingUp, setSigningUp] = useState(false);
  const [refused, setRefused] = useState<{ readonly message: string; readonly nextStep: string }>();
  if (!session && signingIn) return <SignedInOnly>{null}</SignedInOnly>;
  if (!data)
    return error ? <Broken error={error} onRetry={() => void refetch()} wholePage /> : <PageLoading />;
  const offer = data.invitation;
  if (!offer) return <EmptyState wholePage title={say('invitationGoneTitle')} why={say('invitationGone')} />;
  const { structureName: structure, invitedByName: by, email } = offer;
  const enter = (structureId: string): void => {
    chooseStructure(structureId);
    // Everything on the pages depends on what one may do: they begin anew.
    location.assign(homeHref);
  };
  const join = async (): Promise<void> => {
    const answer = await accept({ variables: { token } }).catch(() => undefined);
    const outcome = answer?.data?.acceptInvitation;
    if (outcome?.__typename === 'ActRefused') return setRefused(outcome);
    if (outcome?.__typename === 'InvitationAccepted') enter(outcome.structure.id);
  };
  return (
    <>
      <PageHeader title={say('invitationTitle', { structure })} />
      <div className={classes.page}>
        <div className={`pv-panel ${classes.card}`}>
          <p>{say('invitationText', { by, structure })}</p>
          {refused && (
            <Notice tone="danger" live title={refused.message}>
              {refused.nextStep}
            </Notice>
          )}
          {session ? (
            <div className={classes.acts}>
              <Button size="md" disabled={loading} onClick={() => void join()}>
                {say('invitationAccept', { structure })}
              </Button>
            </div>
          ) : (
            <>
              <p>{say('invitationSignIn', { email })}</p>
              <div className={classes.acts}>
                <Button
                  size="md"
                  variant={signingUp ? 'default' : 'filled'}
                  onClick={() => setSigningIn(true)}
                >
                  {say('invitationSignInAct')}
                </Button>
                {!signingUp && (
                  <Button size="md" variant="default" onClick={() => setSigningUp(true)}>
                    {say('invitationSignUpAct')}
                  </Button>
                )}
              </div>
            </>
          )}
        </div>
        {signingUp && (
          <div className="pv-panel">
            <InvitedForm token={token} email={email} onJoined={enter} />
          </div>
        )}
      </div>
    </>
  );
}
