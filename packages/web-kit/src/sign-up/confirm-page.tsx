import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ConfirmSignUpDocument, type ConfirmSignUpInput, SessionDocument } from '../gql/graphql.js';
import { useMaybeSession } from '../session/session.js';
import { CodeForm } from './code-form.js';
import { forgetPending, forgetSignUp, keptPending, wayTo } from './kept.js';
import { LinkForm } from './link-form.js';
import { useLinkSecret } from './link-secret.js';
import type { SignUpPlace } from './place.js';
import { outcomeOf } from './refusal-outcome.js';
import { useSignUpWords } from './words.js';

/**
 * The second screen: the code of the mail. Its link opens here too, in this browser at once, elsewhere with the password.
 */
export function ConfirmPage(place: SignUpPlace): ReactNode {
  const say = useSignUpWords();
  const link = useLinkSecret();
  const [pending] = useState(keptPending);
  const [linkFailed, setLinkFailed] = useState(false);
  const { confirm, outcome, sending } = useConfirm(place);
  const tried = useRef(false);

  useEffect(() => {
    if (!link || !pending || tried.current) return;
    tried.current = true;
    void confirm({ signUpId: pending.signUpId, link }).then((done) => setLinkFailed(!done));
  }, [link, pending, confirm]);

  if (link && pending && !linkFailed) return <PageLoading shape="block" />;
  if (link) {
    const shown = linkFailed && outcome?.kind === 'refused' ? undefined : outcome;
    const submit = (password: string): void => void confirm({ link, password }, 'password');
    return <LinkForm outcome={shown} sending={sending} onSubmit={submit} />;
  }
  if (!pending) {
    return (
      <EmptyState
        wholePage
        title={say('noSignUpTitle')}
        why={say('noSignUpText')}
        firstStep={
          <>
            <Button href={place.signUpHref}>{say('create')}</Button>{' '}
            <Button href={place.homeHref} variant="default">
              {say('signIn')}
            </Button>
          </>
        }
      />
    );
  }
  const { signUpId } = pending;
  const submit = (code: string): void => void confirm({ signUpId, code }, 'code');
  return (
    <CodeForm
      pending={pending}
      signUpHref={place.signUpHref}
      outcome={outcome}
      sending={sending}
      onSubmit={submit}
    />
  );
}

interface Confirming {
  /** True when the person is signed in and on their way. */
  readonly confirm: (input: ConfirmSignUpInput, field?: string) => Promise<boolean>;
  readonly outcome: FormOutcome | undefined;
  readonly sending: boolean;
}

const useConfirm = ({ go, firstHref, homeHref }: SignUpPlace): Confirming => {
  const client = useApolloClient();
  const somebody = useMaybeSession();
  const confirmed = useRef(false);
  // The frame changes with the session and draws this page once more before the next one is there: forgotten too early,
  // the sign-up would seem never to have been.
  useEffect(
    () => () => {
      if (confirmed.current) forgetSignUp();
    },
    [],
  );
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [mutate, { loading: sending }] = useMutation(ConfirmSignUpDocument);
  const confirm: Confirming['confirm'] = async (input, field) => {
    const answer = (await mutate({ variables: { input } }).catch(() => undefined))?.data?.confirmSignUp;
    if (answer?.__typename !== 'SignUpConfirmed') {
      if (answer && OVER.includes(answer.code)) forgetPending();
      const about = answer && OF_FIELD.includes(answer.code) ? field : undefined;
      setOutcome(outcomeOf(answer, about));
      return false;
    }
    confirmed.current = true;
    const next = answer.outcome === 'CREATED' ? wayTo(firstHref) : homeHref;
    // Nothing of whoever was signed in before stays in the memory of this page.
    if (somebody) location.assign(next);
    else {
      client.writeQuery({ query: SessionDocument, data: { viewer: answer.viewer } });
      go(next);
    }
    return true;
  };
  return { confirm, outcome, sending };
};

/** The sign-up waits no more. */
const OVER: readonly string[] = ['sign-up-not-found', 'address-taken'];

/** What the person mends by typing again. */
const OF_FIELD: readonly string[] = ['code-wrong', 'password-wrong'];
