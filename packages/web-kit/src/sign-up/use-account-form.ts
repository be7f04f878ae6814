import type { FormOutcome } from '@parvis/ui/form/outcome';
import { useState } from 'react';
import { useProof } from '../account/proof.js';
import type { AccountRefusalFragment } from '../gql/graphql.js';
import { outcomeOf } from './refusal-outcome.js';

type Answer =
  | { readonly __typename: 'AccountActDone' }
  | ({ readonly __typename: 'AccountRefused' } & AccountRefusalFragment);

/** The fields that a refusal is shown at: of the current password, and of anything else. */
interface Places {
  readonly current: string;
  readonly next: string;
}

/** A form of the account page that gives the current password, and a recent proof where the gateway asks for one. */
export const useAccountForm = ({ current, next }: Places) => {
  const withProof = useProof();
  const [outcome, setOutcome] = useState<FormOutcome>();

  const send = async <Given extends Answer>(
    act: () => Promise<Given | undefined>,
    onDone: (done: Extract<Given, { readonly __typename: 'AccountActDone' }>) => string,
  ): Promise<void> => {
    let unanswered = false;
    const attempt = async () => {
      const answer = await act().catch(() => undefined);
      unanswered = answer === undefined;
      return answer;
    };
    const answer = await withProof(attempt);
    if (answer && isDone(answer)) setOutcome({ kind: 'done', message: onDone(answer) });
    else if (answer?.__typename === 'AccountRefused')
      setOutcome(outcomeOf(answer, answer.code === 'current-password-wrong' ? current : next));
    // Whoever would rather not prove who they are is back at their form, as it was.
    else setOutcome(unanswered ? { kind: 'failed' } : undefined);
  };
  return { outcome, send };
};

const isDone = <Given extends Answer>(
  answer: Given,
): answer is Extract<Given, { readonly __typename: 'AccountActDone' }> =>
  answer.__typename === 'AccountActDone';
