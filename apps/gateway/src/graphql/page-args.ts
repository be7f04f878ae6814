import { Arg, Int } from 'type-graphql';

/** How long a page of a list may be, the same words for every list. */
export const First = (usual: number, maximum = 100) =>
  Arg('first', () => Int, {
    nullable: true,
    defaultValue: usual,
    description: `How many at most; ${maximum} is the limit.`,
  });

/** Where a page of a list begins. */
export const After = () =>
  Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' });
