import type { FieldPolicy } from '@apollo/client/cache';

interface Pages {
  readonly nodes?: readonly unknown[];
}

/** Joins the pages of a connection that lists its `nodes`; each set of these arguments is a list of its own. */
export const nodePages = (keyArgs: string[]): FieldPolicy<Pages> => ({
  keyArgs,
  merge: (existing, incoming, { args }) =>
    args?.after === undefined || args.after === null
      ? incoming
      : { ...incoming, nodes: [...(existing?.nodes ?? []), ...(incoming.nodes ?? [])] },
});
