import { ApolloLink } from '@apollo/client/link';
import type { DocumentNode } from 'graphql';
import { mergeMap, of } from 'rxjs';

/** Sends the name of a document instead of its text; the text as well to a gateway that is not of our build. */
export const storedDocumentsLink: ApolloLink = new ApolloLink((operation, forward) => {
  const sha256Hash = nameOf(operation.query);
  if (!sha256Hash) return forward(operation);
  const send = (includeQuery: boolean) => {
    operation.setContext({ http: { includeQuery, includeExtensions: true } });
    return forward(operation);
  };
  operation.extensions.persistedQuery = { version: 1, sha256Hash };
  return send(false).pipe(mergeMap((result) => (isUnknown(result) ? send(true) : of(result))));
});

/** Written into each document by `parvis-codegen`. */
const nameOf = (
  query: DocumentNode & { readonly __meta__?: { readonly hash: string } },
): string | undefined => query.__meta__?.hash;

const isUnknown = ({ errors }: ApolloLink.Result): boolean =>
  errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND';
