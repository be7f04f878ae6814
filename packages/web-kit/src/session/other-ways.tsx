import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { OpenIdProvidersDocument, SessionDocument, type SignInAnswerFragment } from '../gql/graphql.js';
import { PasskeyButton } from './passkey-button.js';
import { knowsPasskeys } from './passkey-device.js';
import { type ProviderReturn, takeReturn, whenReturned } from './provider-return.js';
import classes from './sign-in-page.module.css';
import { useSessionWords } from './words.js';

export interface OtherWaysProps {
  /** On top of a page that must stay as it is. */
  readonly again: boolean;
  readonly onAnswer: (answer: SignInAnswerFragment | undefined) => void;
  readonly onOutcome: (outcome: FormOutcome) => void;
  /** Somebody came back with an identity to be linked to the account they are about to prove. */
  readonly onLink: () => void;
}

/** Signing in without a password: a passkey, a provider of identities. */
export function OtherWays({ again, onAnswer, onOutcome, onLink }: OtherWaysProps): ReactNode {
  const say = useSessionWords();
  const client = useApolloClient();
  const { data } = useQuery(OpenIdProvidersDocument, { fetchPolicy: 'cache-first' });
  const providers = data?.openIdProviders ?? [];

  const goOn = useEffectEvent((found: ProviderReturn): void => {
    if (found.kind === 'secondFactor') onAnswer(found.answer);
    else if (found.kind === 'link') onLink();
    else if (found.kind === 'failed') onOutcome({ kind: 'refused', message: say('openId_failed') });
    else
      void client
        .query({ query: SessionDocument, fetchPolicy: 'network-only' })
        .then(({ data: seen }) => {
          const viewer = seen?.viewer;
          if (viewer) onAnswer({ __typename: 'SignedIn', expiresAt: '', mustProtectAgain: false, viewer });
        })
        .catch(() => onOutcome({ kind: 'failed' }));
  });
  useEffect(() => {
    const found = takeReturn();
    if (found) goOn(found);
    return whenReturned((told) => goOn(told));
  }, []);

  const hasPasskeys = knowsPasskeys();
  if (!hasPasskeys && providers.length === 0) return null;
  return (
    <div className={classes.ways}>
      <p className={classes.or}>{say('or')}</p>
      {providers.map(({ key, name, startAddress }) => (
        <Button
          key={key}
          variant="default"
          size="md"
          fullWidth
          href={`${startAddress}?retour=${encodeURIComponent(again ? '/auth/openid/done' : location.pathname)}`}
          {...(again ? { target: '_blank' } : {})}
        >
          {say('withProvider', { name })}
        </Button>
      ))}
      {hasPasskeys && <PasskeyButton label={say('withPasskey')} onAnswer={onAnswer} onOutcome={onOutcome} />}
    </div>
  );
}
