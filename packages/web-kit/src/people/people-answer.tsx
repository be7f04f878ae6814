import type { FormOutcome } from '@parvis/ui/form/outcome';

interface Answer {
  readonly __typename: string;
  readonly message?: string;
  readonly nextStep?: string;
  readonly faults?: readonly {
    readonly field: string;
    readonly message: string;
    readonly nextStep: string;
  }[];
}

/** What came of an act as a form shows it; undefined when it was done. Fields are named `prefix-field`. */
export const outcomeOf = (answer: Answer | undefined | null, prefix: string): FormOutcome | undefined => {
  if (!answer) return { kind: 'failed' };
  if (answer.faults)
    return {
      kind: 'field-errors',
      errors: answer.faults.map(({ field, message, nextStep }) => ({
        fieldId: `${prefix}-${field}`,
        message: `${message} ${nextStep}`,
      })),
    };
  if (answer.message !== undefined)
    return { kind: 'refused', message: answer.message, nextStep: answer.nextStep };
  return undefined;
};
