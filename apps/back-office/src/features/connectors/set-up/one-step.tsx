import { Button } from '@parvis/ui/acts/button';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { type ReactNode, useEffect, useRef } from 'react';
import type { KindStepsFragment } from '../../../gql/graphql.js';
import { missingPlaces } from '../settings/settings-draft.js';
import { SettingsFields } from '../settings/settings-fields.js';
import { StepAnswer } from '../settings/step-answer.js';
import type { ConnectionDraft } from '../settings/use-settings-draft.js';
import { isSound, type StepTests } from '../settings/use-step-test.js';
import { useWords } from '../words.js';
import classes from './set-up.module.css';

interface OneStepProps {
  readonly step: KindStepsFragment['steps'][number];
  readonly number: number;
  readonly total: number;
  readonly form: ConnectionDraft;
  readonly tests: StepTests;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
}

/** A few fields and a live test of them. Going on tries what was not tried yet; what is wrong there stops nobody. */
export function OneStep({ step, number, total, form, tests, onBack, onNext }: OneStepProps): ReactNode {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const outcome = tests.outcomes[step.key];
  const isTesting = tests.testing === step.key;
  const faults = outcome?.kind === 'faulty' ? outcome.faults : new Map<string, string>();

  /** Whether nothing stands in the way; what must be filled in is said here, without asking anybody. */
  const isFilled = (fields: typeof step.fields): boolean => {
    const missing = missingPlaces(fields, form.tidy());
    if (missing.length === 0) return true;
    tests.putFaults(step.key, new Map(missing.map((place) => [place, say('toFillIn')])));
    return false;
  };
  const test = (): Promise<boolean> =>
    tests.test(step.key, form.json(form.tidy())).then((answer) => isSound(answer));
  /** What only a test offers is not asked before it. */
  const beforeTest = step.fields.filter(({ type, name }) => type !== 'LOOK_UP' || tests.found[name]);
  const goOn = async (): Promise<void> => {
    if (!isFilled(step.hasTest ? beforeTest : step.fields)) return;
    if (!step.hasTest || isSound(outcome) || (await test())) goOnAnyway();
  };
  const goOnAnyway = (): void => {
    if (isFilled(step.fields)) onNext();
  };
  const mayGoOnAnyway = outcome !== undefined && outcome.kind !== 'faulty' && !isSound(outcome);
  return (
    <form
      className={`pv-panel ${classes.step}`}
      aria-label={step.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTesting) void goOn();
      }}
    >
      <div>
        <p className={classes.count}>{say('stepOf', { number, total })}</p>
        <h2 ref={heading} tabIndex={-1}>
          {step.title}
        </h2>
        {step.help && <p className={classes.help}>{step.help}</p>}
      </div>
      <SettingsFields
        fields={step.fields}
        draft={form.draft}
        onChange={form.change}
        faults={faults}
        found={tests.found}
        secretsKept={[]}
      />
      {outcome && !isTesting && <StepAnswer outcome={outcome} />}
      <div className={classes.acts}>
        <SubmitButton sending={isTesting} sendingLabel={say('testing')}>
          {say('goOn')}
        </SubmitButton>
        {step.hasTest && (
          <Button
            variant="default"
            size="md"
            onClick={() => {
              if (isFilled(beforeTest) && !isTesting) void test();
            }}
          >
            {say('test')}
          </Button>
        )}
        {mayGoOnAnyway && (
          <Button variant="subtle" size="md" onClick={goOnAnyway}>
            {say('goOnAnyway')}
          </Button>
        )}
        {onBack && (
          <Button variant="subtle" size="md" onClick={onBack}>
            {say('goBack')}
          </Button>
        )}
      </div>
      <p className={classes.quiet}>{say('keptHere')}</p>
    </form>
  );
}
