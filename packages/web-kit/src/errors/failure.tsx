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
