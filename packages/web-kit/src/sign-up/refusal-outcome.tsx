import type { FormOutcome } from '@parvis/ui/form/outcome';
import type { AccountRefusalFragment } from '../gql/graphql.js';

/** Where each field of the gateway stands on the page. */
export const fieldId = (field: string): string => `sign-up-${field}`;

interface Answer {
  readonly __typename: string;
}

/** The gateway's no as a form shows it; `field`: the one a no without fields is about. */
export const outcomeOf = (
  answer: Answer | ({ readonly __typename: 'AccountRefused' } & AccountRefusalFragment) | undefined,
  field?: string,
): FormOutcome => {
  if (!answer || !isRefused(answer)) return { kind: 'failed' };
  if (answer.faults.length > 0) {
    const errors = answer.faults.map(({ field: name, message }) => ({ fieldId: fieldId(name), message }));
    return { kind: 'field-errors', errors };
  }
  if (answer.code === 'too-many-tries' && answer.retryAt)
    return { kind: 'too-many-tries', retryAt: new Date(answer.retryAt) };
  if (field) {
    const message = [answer.message, answer.nextStep].filter(Boolean).join(' ');
    return { kind: 'field-errors', errors: [{ fieldId: fieldId(field), message }] };
  }
  return { kind: 'refused', message: answer.message, nextStep: answer.nextStep };
};

const isRefused = (
  answer: Answer,
): answer is { readonly __typename: 'AccountRefused' } & AccountRefusalFragment =>
  answer.__typename === 'AccountRefused';
