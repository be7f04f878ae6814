import {
  type OwnStructureFaultCode,
  organisationFaultText,
} from '@parvis/domain/directory/organisation-form-texts';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { referenceOf } from '../errors/failure.js';
import type { OrganisationAnswerFragment } from '../gql/graphql.js';
import type { Language } from '../words/i18n.js';

type NotDone = Exclude<OrganisationAnswerFragment, { readonly __typename: 'OrganisationChanged' }>;

/** Fields are called after what they hold: `organisation-postCode`. */
export const fieldId = (field: string): string => `organisation-${field}`;

/** What the gateway says of a form, each fault at its field. */
export const outcomeOf = (answer: NotDone): FormOutcome =>
  answer.__typename === 'FormFaulty'
    ? {
        kind: 'field-errors',
        errors: answer.faults.map(({ field, message, nextStep }) => ({
          fieldId: fieldId(field),
          message: `${message} ${nextStep}`,
        })),
      }
    : { kind: 'refused', message: answer.message, nextStep: answer.nextStep };

export const failedOutcome = (failure: unknown): FormOutcome => ({
  kind: 'failed',
  reference: referenceOf(failure),
});

/** The same faults found here, before anything is sent. Undefined when there is none. */
export const faultsOutcome = <Draft extends object>(
  draft: Draft,
  faults: readonly { readonly field: keyof Draft & string; readonly code: OwnStructureFaultCode }[],
  language: Language,
): FormOutcome | undefined =>
  faults.length === 0
    ? undefined
    : {
        kind: 'field-errors',
        errors: faults.map(({ field, code }) => {
          const { message, nextStep } = organisationFaultText(code, String(draft[field]), language);
          return { fieldId: fieldId(field), message: `${message} ${nextStep}` };
        }),
      };
