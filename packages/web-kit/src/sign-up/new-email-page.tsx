import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Form } from '@parvis/ui/form/form';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { type ReactNode, useState } from 'react';
import { ConfirmEmailChangeDocument } from '../gql/graphql.js';
import { useLinkSecret } from './link-secret.js';
import type { SignUpPlace } from './place.js';
import { outcomeOf } from './refusal-outcome.js';
import { SignUpFrame } from './sign-up-frame.js';
import { useSignUpWords } from './words.js';

/** Where the link in the new mailbox leads. A button, so that programs which open links for people change nothing. */
export function NewEmailPage({ side, accountHref }: SignUpPlace): ReactNode {
  const say = useSignUpWords();
  const link = useLinkSecret();
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [confirm, { loading: sending }] = useMutation(ConfirmEmailChangeDocument, {
    refetchQueries: ['Session'],
  });
  const submit = async (secret: string): Promise<void> => {
    const variables = { input: { link: secret, side } };
    const answer = (await confirm({ variables }).catch(() => undefined))?.data?.confirmEmailChange;
    if (answer?.__typename !== 'AccountActDone') return setOutcome(outcomeOf(answer));
    setOutcome({ kind: 'done', message: say('emailSet', { email: answer.email ?? '' }) });
  };
  const account = <Button href={accountHref}>{say('toAccount')}</Button>;
  if (!link)
    return <EmptyState wholePage title={say('noLinkTitle')} why={say('noLinkText')} firstStep={account} />;
  const done = outcome?.kind === 'done';
  return (
    <SignUpFrame title={say('newEmailTitle')} subtitle={done ? undefined : say('newEmailText')}>
      <Form
        onSubmit={() => void submit(link)}
        outcome={outcome}
        sending={sending}
        actions={done ? account : <SubmitButton sending={sending}>{say('confirmEmail')}</SubmitButton>}
      >
        {null}
      </Form>
    </SignUpFrame>
  );
}
