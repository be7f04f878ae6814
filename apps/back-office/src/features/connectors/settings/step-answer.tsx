import { Notice } from '@parvis/ui/display/notice';
import type { Tone } from '@parvis/ui/display/tone';
import { ToneIcon } from '@parvis/ui/display/tone-icon';
import { ErrorSummary } from '@parvis/ui/form/error-summary';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import type { ReactNode } from 'react';
import classes from '../connectors.module.css';
import { useWords } from '../words.js';
import { fieldId } from './settings-draft.js';
import { type FoundPoint, isSound, type StepOutcome } from './use-step-test.js';

const tones: Readonly<Record<FoundPoint['state'], Tone>> = {
  FINE: 'success',
  WRONG: 'danger',
  NOT_LOOKED_AT: 'neutral',
};

/** What came of a step's live test, point by point, in words. */
export function StepAnswer({ outcome }: { readonly outcome: StepOutcome }): ReactNode {
  const say = useWords();
  switch (outcome.kind) {
    case 'found':
      return (
        <Notice live {...verdictOf(outcome, say)}>
          <ul className={classes.points}>
            {outcome.points.map(({ subject, label, state, message }) => (
              <li key={`${subject} ${label}`}>
                <ToneIcon tone={tones[state]} size={17} />
                <span>
                  <strong>{label}</strong>{' '}
                  <span className="pv-visually-hidden">({say(`point_${state}`)})</span>
                  {message ? <span className={classes.pointText}>{message}</span> : null}
                  {state === 'NOT_LOOKED_AT' && !message && (
                    <span className={classes.pointText}>{say('point_NOT_LOOKED_AT')}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      );
    case 'unavailable':
      return (
        <Notice live tone="warning" title={say('testUnavailable')}>
          {outcome.message}
        </Notice>
      );
    case 'faulty':
      return (
        <ErrorSummary
          errors={[...outcome.faults].map(([place, message]) => ({ fieldId: fieldId(place), message }))}
        />
      );
    case 'refused':
      return <FormAnswer outcome={outcome} />;
    case 'failed':
      return <FormAnswer outcome={{ kind: 'failed', reference: outcome.reference }} />;
  }
}

const verdictOf = (
  outcome: Extract<StepOutcome, { readonly kind: 'found' }>,
  say: ReturnType<typeof useWords>,
): { readonly tone: Tone; readonly title: string } => {
  if (isSound(outcome)) return { tone: 'success', title: say('testFine') };
  const isWrong = outcome.points.some(({ state }) => state === 'WRONG');
  return isWrong
    ? { tone: 'danger', title: say('testWrong') }
    : { tone: 'warning', title: say('testUnfinished') };
};
