import { Notice } from '@parvis/ui/display/notice';
import { type GuidedStep, StepList } from '@parvis/ui/display/step-list';
import { useToast } from '@parvis/ui/toast/toasts';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { KindStepsFragment } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { missingPlaces } from '../settings/settings-draft.js';
import { stepsOf } from '../settings/steps-of.js';
import { useSaveConnection } from '../settings/use-save-connection.js';
import { type AboutDraft, useSettingsDraft } from '../settings/use-settings-draft.js';
import { isSound, useStepTest } from '../settings/use-step-test.js';
import { useWords } from '../words.js';
import { LastStep } from './last-step.js';
import { OneStep } from './one-step.js';
import classes from './set-up.module.css';

const route = getRouteApi('/inside/connecteurs/nouveau/$system');

interface GuidedSetUpProps {
  readonly kind: KindStepsFragment;
  readonly structureId: string;
}

/** One step at a time, each tried live; the last one names the connection. The address bar holds the step. */
export function GuidedSetUp({ kind, structureId }: GuidedSetUpProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const { history } = useRouter();
  const steps = useMemo(() => stepsOf(kind), [kind]);
  const { form, fields } = useForm(kind, structureId);
  const [wasKept] = useState(form.isChanged);
  const tests = useStepTest({ structureId, system: kind.system });
  const saving = useSaveConnection();
  const { at, goTo } = usePlace(firstToFill(steps, form.draft));
  const step = steps[at];

  const change: typeof form.change = (changes) => {
    form.change(changes);
    for (const later of steps.slice(at)) tests.forget(later.key);
  };
  const save = async (): Promise<void> => {
    const id = await saving.save({
      ...form.about,
      structureId,
      system: kind.system,
      live: false,
      settingsJson: form.json(form.tidy()),
    });
    if (id === undefined) return;
    form.forget();
    toast({ message: say('connectionSaved') });
    history.push(paths.connectorTrial(id));
  };
  return (
    <div className={classes.setUp}>
      <StepList
        label={say('setUpTitle', { system: kind.label })}
        steps={[...steps, { key: 'last', title: say('lastStep') }].map(
          ({ key, title }, index): GuidedStep => ({
            key,
            title,
            state:
              index === at
                ? 'current'
                : isWrong(tests.outcomes[key])
                  ? 'faulty'
                  : index < at
                    ? 'done'
                    : 'toCome',
            onGo: index < at ? () => goTo(index) : undefined,
          }),
        )}
      />
      {wasKept && at === 0 && (
        <Notice tone="info">
          {say(fields.some(({ type }) => type === 'SECRET') ? 'draftKeptButSecrets' : 'draftKept')}
        </Notice>
      )}
      {step ? (
        <OneStep
          key={step.key}
          step={step}
          number={at + 1}
          total={steps.length + 1}
          form={{ ...form, change }}
          tests={tests}
          onBack={at > 0 ? () => goTo(at - 1) : undefined}
          onNext={() => goTo(at + 1)}
        />
      ) : (
        <LastStep
          total={steps.length + 1}
          form={form}
          saving={saving}
          onBack={steps.length > 0 ? () => goTo(at - 1) : undefined}
          onSave={() => void save()}
        />
      )}
    </div>
  );
}

const isWrong = (outcome: ReturnType<typeof useStepTest>['outcomes'][string] | undefined): boolean =>
  outcome !== undefined && !isSound(outcome);

const useForm = (kind: KindStepsFragment, structureId: string) => {
  const fields = useMemo(() => kind.steps.flatMap((step) => step.fields), [kind]);
  const about = useMemo(
    (): AboutDraft => ({
      name: kind.label,
      environment: kind.system === 'simulator' ? 'SIMULATOR' : 'TEST',
      deliverWhen: 'SERVICE_CONFIRMED',
      refuseWhenCancelled: false,
      live: false,
    }),
    [kind],
  );
  const form = useSettingsDraft(`parvis.connector.new.${structureId}.${kind.system}`, fields, {
    about,
    settings: '{}',
  });
  return { form, fields };
};

/** Nobody comes further than the first step that lacks something: secrets are asked again after leaving. */
const firstToFill = (
  steps: KindStepsFragment['steps'],
  draft: Parameters<typeof missingPlaces>[1],
): number => {
  const lacking = steps.findIndex(({ fields }) => missingPlaces(fields, draft).length > 0);
  return lacking < 0 ? steps.length : lacking;
};

const usePlace = (furthest: number) => {
  const { etape }: { etape?: unknown } = route.useSearch();
  const { system } = route.useParams();
  const { history } = useRouter();
  const asked = typeof etape === 'number' && etape >= 1 ? Math.floor(etape) - 1 : 0;
  return {
    at: Math.min(asked, furthest),
    goTo: (index: number) => {
      history.push(`${paths.connectorSetUp(system)}?etape=${index + 1}`);
      scrollTo({ top: 0 });
    },
  };
};
