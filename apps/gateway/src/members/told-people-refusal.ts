import type { PeopleRefusal } from '@parvis/application/people/refusals';
import type { Language } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import { FormFaultObject, FormFaultyObject } from '../form/form-fault.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { peopleFaultText } from '../refusals/people-texts.js';
import { refusedError } from '../refusals/refused-error.js';

/** Faults go to their fields; everything else is a sentence above the form. */
export const toldPeopleRefusal = (
  refusal: PeopleRefusal,
  language: Language,
): FormFaultyObject | ActRefusedObject =>
  refusal.code === 'form-faulty'
    ? new FormFaultyObject(
        refusal.faults.map(
          (fault) => new FormFaultObject({ field: fault.field, ...peopleFaultText(fault, language) }),
        ),
      )
    : new ActRefusedObject(refusal, language);

/** The answer to an act: what came of it, or what is wrong. */
export const peopleAnswer = <Value, Shown>(
  outcome: Result<Value, PeopleRefusal>,
  language: Language,
  show: (value: Value) => Shown,
): Shown | FormFaultyObject | ActRefusedObject =>
  outcome.ok ? show(outcome.value) : toldPeopleRefusal(outcome.refusal, language);

/** What is read, or the error that says why not. */
export const readOrThrow = <Value>(outcome: Result<Value, PeopleRefusal>, language: Language): Value => {
  if (outcome.ok) return outcome.value;
  // A reading has no form: only acts come with faults.
  if (outcome.refusal.code === 'form-faulty') throw new TypeError('a reading was refused for its form');
  throw refusedError(outcome.refusal, language);
};
