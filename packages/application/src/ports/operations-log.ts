/**
 * Tells the operators what a person should know of and no user sees: the word of an accounting system nobody taught us,
 * a failure behind a retry. Never holds secrets or invoice content.
 */
export type LogProblem = (
  what: string,
  details: Readonly<Record<string, string | number>>,
  cause?: unknown,
) => void;
