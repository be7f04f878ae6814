import { useMutation } from '@apollo/client/react';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import type { ReactNode } from 'react';
import { CheckConnectionDocument } from '../../../gql/graphql.js';
import { StepAnswer } from '../settings/step-answer.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';

/** A look at all that deliveries need there, point by point, with the settings that are stored. */
export function CheckUp({ connectionId }: { readonly connectionId: string }): ReactNode {
  const say = useWords();
  const [check, { data, loading, error }] = useMutation(CheckConnectionDocument, {
    variables: { id: connectionId },
  });
  const answer = data?.checkAccountingConnection;
  return (
    <section className={`pv-panel ${classes.section}`} aria-label={say('checkUp')}>
      <h2>{say('checkUp')}</h2>
      <p className={classes.help}>{say('checkUpText')}</p>
      {error && !loading && <FormAnswer outcome={{ kind: 'failed', reference: referenceOf(error) }} />}
      {answer && !loading && (
        <StepAnswer
          outcome={
            answer.points.length > 0 || answer.fine
              ? { kind: 'found', points: answer.points }
              : { kind: 'unavailable', message: answer.message ?? '' }
          }
        />
      )}
      <div>
        <SubmitButton
          variant="default"
          sending={loading}
          sendingLabel={say('testing')}
          onClick={() => void check().catch(() => undefined)}
        >
          {say('checkUpAct')}
        </SubmitButton>
      </div>
    </section>
  );
}
