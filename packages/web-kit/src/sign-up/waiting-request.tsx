import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import { RemindWaitingRequestDocument, type WaitingRequestsQuery } from '../gql/graphql.js';
import classes from './sign-up.module.css';
import { useSignUpWords } from './words.js';

/** Managers are reminded once a day at most. */
const DAY_MS = 86_400_000;

export interface WaitingRequestProps {
  readonly request: WaitingRequestsQuery['myJoinRequests'][number];
  readonly onChanged: () => void;
}

/** One request: asked of whom, seen by whom, and a way to remind them. */
export function WaitingRequest({ request, onChanged }: WaitingRequestProps): ReactNode {
  const say = useSignUpWords();
  const { ago, instant } = useDisplay();
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [remind, { loading }] = useMutation(RemindWaitingRequestDocument);
  const {
    id: requestId,
    structureId,
    structureName,
    state,
    askedAt,
    seenAt,
    seenByName,
    remindedAt,
  } = request;
  const remindableAt = Date.parse(remindedAt ?? askedAt) + DAY_MS;
  const send = async (): Promise<void> => {
    const variables = { structureId, requestId };
    const answer = (await remind({ variables }).catch(() => undefined))?.data?.remindJoinRequest;
    if (!answer) return setOutcome({ kind: 'failed' });
    if (answer.__typename === 'ActRefused')
      return setOutcome({ kind: 'refused', message: answer.message, nextStep: answer.nextStep });
    setOutcome({ kind: 'done', message: say('remindedDone') });
    onChanged();
  };
  return (
    <li className={`pv-panel ${classes.request}`}>
      <strong>{structureName}</strong>
      <p>{say('askedTo', { when: instant(askedAt) })}</p>
      {state === 'REFUSED' && <p>{say('refusedBecause', { reason: request.reason ?? '' })}</p>}
      {state === 'WAITING' && (
        <>
          <p>
            {seenAt && seenByName ? say('seen', { name: seenByName, when: ago(seenAt) }) : say('notSeen')}
            {remindedAt && ` ${say('reminded', { when: ago(remindedAt) })}`}
          </p>
          {outcome && !loading && <FormAnswer outcome={outcome} />}
          {Date.now() < remindableAt ? (
            <p>{say('remindFrom', { when: instant(new Date(remindableAt).toISOString()) })}</p>
          ) : (
            <p>
              <Button variant="default" aria-disabled={loading || undefined} onClick={() => void send()}>
                {say('remind')}
              </Button>
            </p>
          )}
        </>
      )}
    </li>
  );
}
