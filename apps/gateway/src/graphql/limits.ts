/** What one operation may ask; the apps, the explorer and the examples of the documentation stay far below. */
export const limits = {
  /** Of the text; files travel in variables. */
  characters: 100_000,
  /** Words and signs of the text: a longer one is not read to its end. */
  tokens: 3000,
  /** Fields inside fields. */
  depth: 14,
  /** Fields to begin with: each mutation or list is work of its own. */
  rootFields: 12,
  /** Fields under another name: the usual way to ask one thing a hundred times. */
  aliases: 30,
  /** Fields said again where they stand already: the rules of GraphQL compare each with every other. */
  repeats: 30,
  /** `@include`, `@skip` and whatever somebody makes up. */
  directives: 30,
  /** Fields after fragments are spread: few characters can ask for very much. */
  selections: 600,
  /** What `operationCost` works out. */
  cost: 5000,
  /** Rows of one page (`first`, `last`). */
  pageSize: 100,
  /** Followed at the same time over one connection. */
  subscriptions: 20,
} as const;

/** What makes an operation too large as a whole. */
export type SizeLimit = Exclude<keyof typeof limits, 'pageSize' | 'subscriptions'>;

/** How long the answer to one request may take. */
export const ANSWER_WITHIN_MS = 20_000;
