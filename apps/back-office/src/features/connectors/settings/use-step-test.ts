import { useMutation } from '@apollo/client/react';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { useState } from 'react';
import { TestStepDocument, type TestStepMutation } from '../../../gql/graphql.js';
import type { FoundChoices } from './settings-fields.js';

type Answer = TestStepMutation['testConnectorStep'];
type Findings = Extract<Answer, { readonly __typename: 'StepFindings' }>;

export type FoundPoint = Findings['points'][number];

/** What came of the live test of a step. */
export type StepOutcome =
  | { readonly kind: 'found'; readonly points: readonly FoundPoint[] }
  /** The system did not answer, or not now: nothing is known. */
  | { readonly kind: 'unavailable'; readonly message: string }
  | { readonly kind: 'faulty'; readonly faults: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly message: string; readonly nextStep: string }
  | { readonly kind: 'failed'; readonly reference: string | undefined };

/** Something was looked at, and nothing is wrong. */
export const isSound = (outcome: StepOutcome | undefined): boolean =>
  outcome?.kind === 'found' &&
  outcome.points.every(({ state }) => state !== 'WRONG') &&
  (outcome.points.length === 0 || outcome.points.some(({ state }) => state === 'FINE'));

export const faultsByPlace = (
  faults: readonly { readonly field: string; readonly message: string }[],
): ReadonlyMap<string, string> =>
  new Map(faults.map(({ field, message }) => [field.replace(/^secrets\./, ''), message]));

interface Tried {
  readonly structureId: string;
  readonly system: string;
  /** Whose secrets are used where none is given. */
  readonly connectionId?: string;
}

/** Live tests, step by step, and what the system offered for the fields of later steps. */
export const useStepTest = (tried: Tried) => {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [ask] = useMutation(TestStepDocument);
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, StepOutcome>>>({});
  const [found, setFound] = useState<FoundChoices>({});
  const [testing, setTesting] = useState<string>();
  const put = (step: string, outcome: StepOutcome): StepOutcome => {
    setOutcomes((before) => ({ ...before, [step]: outcome }));
    return outcome;
  };
  const test = async (step: string, settingsJson: string): Promise<StepOutcome> => {
    setTesting(step);
    try {
      const input = { ...tried, step, settingsJson, language } as const;
      const { data } = await ask({ variables: { input } });
      const answer = data?.testConnectorStep;
      if (answer?.__typename === 'StepFindings') {
        const choices = Object.fromEntries(answer.choices.map((each) => [each.field, each.choices]));
        setFound((before) => ({ ...before, ...choices }));
      }
      return put(step, outcomeOf(answer));
    } catch (failure) {
      return put(step, { kind: 'failed', reference: referenceOf(failure) });
    } finally {
      setTesting(undefined);
    }
  };
  /** What was found holds for what was typed then. */
  const forget = (step: string): void => setOutcomes(({ [step]: _, ...others }) => others);
  const putFaults = (step: string, faults: ReadonlyMap<string, string>): void =>
    void put(step, { kind: 'faulty', faults });
  return { test, outcomes, found, testing, forget, putFaults };
};

export type StepTests = ReturnType<typeof useStepTest>;

const outcomeOf = (answer: Answer | undefined): StepOutcome => {
  switch (answer?.__typename) {
    case 'StepFindings':
      return answer.unavailable
        ? { kind: 'unavailable', message: answer.unavailable }
        : { kind: 'found', points: answer.points };
    case 'SettingsRefused':
      return { kind: 'faulty', faults: faultsByPlace(answer.faults) };
    case 'ActRefused':
      return { kind: 'refused', message: answer.message, nextStep: answer.nextStep };
    default:
      return { kind: 'failed', reference: undefined };
  }
};
