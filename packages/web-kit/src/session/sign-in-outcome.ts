import type { FormOutcome } from '@parvis/ui/form/outcome';
import type { SignInAnswerFragment } from '../gql/graphql.js';

/** What a form says of an answer that opened no session. */
export const signInOutcome = (answer: SignInAnswerFragment | undefined): FormOutcome =>
  answer?.__typename === 'SignInRefused' ? { kind: 'refused', message: answer.message } : { kind: 'failed' };
