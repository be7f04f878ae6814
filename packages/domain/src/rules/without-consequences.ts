import type { Fault } from './fault.js';

/**
 * Of what the rules found, what stands on its own: a value that was written and could not be read is missing from the
 * model, and every rule that needs it there speaks of the same cause. That rule is judged once the value can be read.
 */
export const withoutConsequences = (found: readonly Fault[], reading: readonly Fault[]): Fault[] => {
  const unread = reading.filter(isUnreadable);
  return found.filter((fault) => !unread.some((cause) => followsFrom(fault, cause)));
};

/** The faults of reading that leave a value out of the model. */
const unreadable: ReadonlySet<string> = new Set(['PV-READ-NUMBER', 'PV-READ-DATE']);

/** Whether a value was written and is not in the model. */
export const isUnreadable = ({ rule }: Fault): boolean => unreadable.has(rule);

/** Whether a rule needs what the cause left out. */
export const followsFrom = (fault: Fault, cause: Fault): boolean =>
  isAtSamePlace(fault, cause) ||
  (fault.terms.some((term) => cause.terms.includes(term)) && !speaksOfAnother(fault.path, cause.path));

/** Faults without a place in the model have only the file's own places to be compared by. */
export const isAtSamePlace = (fault: Fault, other: Fault): boolean =>
  fault.path === other.path &&
  (fault.path !== '' || (fault.location !== undefined && fault.location === other.location));

/** `lines[1].netAmount` is not about `lines[0]`; `totals.lines` and `vatBreakdown[0]` are about every line. */
export const speaksOfAnother = (path: string, other: string): boolean => {
  const others = new Map(entriesOn(other));
  return entriesOn(path).some(([list, index]) => others.has(list) && others.get(list) !== index);
};

/** The lists a path leads through, and where: `lines[2].allowances[0]` gives `lines` 2 and `allowances` 0. */
const entriesOn = (path: string): (readonly [list: string, index: string])[] =>
  [...path.matchAll(/(\w+)\[(\d+)\]/g)].map(([, list = '', index = '']) => [list, index]);
