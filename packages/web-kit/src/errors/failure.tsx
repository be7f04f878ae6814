import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Did the gateway answer at all? */
export const isUnreachable = (error: unknown): boolean =>
  !CombinedGraphQLErrors.is(error) && !(ServerError.is(error) && error.statusCode < 502);

/** What the gateway's log calls this failure, for people to quote. */
export const referenceOf = (error: unknown): string | undefined => {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const references = error.errors.map(({ extensions }) => extensions?.reference);
  return references.find((reference) => typeof reference === 'string');
};

/** A lawful no where a page was expected: nothing failed, and trying again changes nothing. */
export interface ToldRefusal {
  readonly code: string;
  readonly message: string;
  readonly nextStep: string | undefined;
}

export const refusalIn = (error: unknown): ToldRefusal | undefined => {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const told = error.errors.find(({ extensions }) => {
    const refusal = extensions?.refusal;
    return typeof refusal === 'string' && refusal !== 'internal';
  });
  if (!told) return undefined;
  const { refusal, nextStep } = told.extensions ?? {};
  return {
    code: String(refusal),
    message: told.message,
    nextStep: typeof nextStep === 'string' ? nextStep : undefined,
  };
};
