import { Button } from '@parvis/ui/acts/button';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { SaveBar } from '@parvis/ui/form/save-bar';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useMemo } from 'react';
import type { KindStepsFragment } from '../../../gql/graphql.js';
import { AboutFields } from '../settings/about-fields.js';
import { missingPlaces } from '../settings/settings-draft.js';
import { SettingsFields } from '../settings/settings-fields.js';
import { StepAnswer } from '../settings/step-answer.js';
import { stepsOf } from '../settings/steps-of.js';
import { useSaveConnection } from '../settings/use-save-connection.js';
import { type AboutDraft, type ConnectionDraft, useSettingsDraft } from '../settings/use-settings-draft.js';
import { type StepTests, useStepTest } from '../settings/use-step-test.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';
import type { SettledConnection } from './settled-connection.js';

interface SettingsFormProps {
  readonly connection: SettledConnection;
  readonly mayOperate: boolean;
  readonly onSaved: () => void;
}

const noSteps: KindStepsFragment['steps'] = [];

/** Every step of the set-up under the other, each with its live test; secrets that are stored stay unless replaced. */
export function SettingsForm({ connection, mayOperate, onSaved }: SettingsFormProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const { id, system, structure, secretsKept, active, kind } = connection;
  const steps = useMemo(() => (kind ? stepsOf(kind) : noSteps), [kind]);
  const { form, fields } = useForm(connection, steps);
  const tests = useStepTest({ structureId: structure.id, system, connectionId: id });
  const saving = useSaveConnection();
  const save = async (): Promise<void> => {
    const typed = form.tidy();
    const missing = missingPlaces(fields, typed, secretsKept);
    if (missing.length > 0)
      return saving.putFaults(new Map(missing.map((place) => [place, say('toFillIn')])));
    const saved = await saving.save({
      ...form.about,
      structureId: structure.id,
      connectionId: id,
      system,
      settingsJson: form.json(typed),
    });
    if (saved === undefined) return;
    form.forget();
    toast({ message: say(active ? 'settingsSaved' : 'settingsSavedPaused') });
    onSaved();
  };
  return (
    <form
      className={classes.form}
      aria-label={say('settings')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (mayOperate && !saving.sending) void save();
      }}
    >
      {saving.outcome && !saving.sending && <FormAnswer outcome={saving.outcome} />}
      <section className={`pv-panel ${classes.section}`}>
        <h2>{say('about')}</h2>
        <fieldset disabled={!mayOperate} className={classes.fields}>
          <legend className="pv-visually-hidden">{say('about')}</legend>
          <AboutFields about={form.about} onChange={form.changeAbout} faults={saving.faults} withLive />
        </fieldset>
      </section>
      {steps.map((step) => (
        <StepSection
          key={step.key}
          step={step}
          form={form}
          tests={tests}
          faults={saving.faults}
          secretsKept={secretsKept}
          mayOperate={mayOperate}
        />
      ))}
      {mayOperate && form.isChanged && (
        <SaveBar>
          <SubmitButton sending={saving.sending}>{say('save')}</SubmitButton>
          <Button variant="default" size="md" onClick={form.forget}>
            {say('giveUp')}
          </Button>
        </SaveBar>
      )}
    </form>
  );
}

const useForm = (connection: SettledConnection, steps: KindStepsFragment['steps']) => {
  const { id, name, environment, deliverWhen, live, refuseWhenCancelled, settingsJson } = connection;
  const fields = useMemo(() => steps.flatMap((step) => step.fields), [steps]);
  const about = useMemo(
    (): AboutDraft => ({
      name,
      environment,
      deliverWhen: deliverWhen === 'MADE_AVAILABLE' ? 'MADE_AVAILABLE' : 'SERVICE_CONFIRMED',
      live,
      refuseWhenCancelled,
    }),
    [name, environment, deliverWhen, live, refuseWhenCancelled],
  );
  const form = useSettingsDraft(`parvis.connector.${id}`, fields, { about, settings: settingsJson });
  return { form, fields };
};

interface StepSectionProps {
  readonly step: KindStepsFragment['steps'][number];
  readonly form: ConnectionDraft;
  readonly tests: StepTests;
  readonly faults: ReadonlyMap<string, string>;
  readonly secretsKept: readonly string[];
  readonly mayOperate: boolean;
}

function StepSection({ step, form, tests, faults, secretsKept, mayOperate }: StepSectionProps): ReactNode {
  const say = useWords();
  const outcome = tests.outcomes[step.key];
  const isTesting = tests.testing === step.key;
  const all = new Map([...faults, ...(outcome?.kind === 'faulty' ? outcome.faults : [])]);
  const change: ConnectionDraft['change'] = (changes) => {
    tests.forget(step.key);
    form.change(changes);
  };
  return (
    <section className={`pv-panel ${classes.section}`}>
      <h2>{step.title}</h2>
      {step.help && <p className={classes.help}>{step.help}</p>}
      <fieldset disabled={!mayOperate} className={classes.fields}>
        <legend className="pv-visually-hidden">{step.title}</legend>
        <SettingsFields
          fields={step.fields}
          draft={form.draft}
          onChange={change}
          faults={all}
          found={tests.found}
          secretsKept={secretsKept}
        />
      </fieldset>
      {outcome && !isTesting && <StepAnswer outcome={outcome} />}
      {step.hasTest && mayOperate && (
        <div>
          <SubmitButton
            variant="default"
            sending={isTesting}
            sendingLabel={say('testing')}
            onClick={() => void tests.test(step.key, form.json(form.tidy()))}
          >
            {say('test')}
          </SubmitButton>
        </div>
      )}
    </section>
  );
}
