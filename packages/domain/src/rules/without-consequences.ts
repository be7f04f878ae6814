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
  (fault.terms.some((term) => cause.terms.includes(term)) &&
    !speaksOfAnother(fault.path, cause.path) &&
    !liesElsewhere(fault, cause));

/** Whether two faults are about one thing: without a place in the model, one element of the file and one term of it. */
export const isAtSamePlace = (fault: Fault, other: Fault): boolean => {
  if (fault.path !== other.path) return false;
  if (fault.path !== '') return true;
  const hasSameTerm = fault.terms.length === 0 || fault.terms[0] === other.terms[0];
  return hasSameTerm && fault.location !== undefined && fault.location === other.location;
};

/** Whether a fault that has a place in the file alone is about an element that does not hold the cause. */
export const liesElsewhere = ({ path, location }: Fault, cause: Fault): boolean => {
  if (path !== '' || location === undefined || cause.location === undefined) return false;
  // Some write the first of many with its rank.
  const [element, inner] = [location, cause.location].map((place) => place.replaceAll('[1]', ''));
  return inner !== element && !inner?.startsWith(`${element}/`);
};

/** `lines[1].netAmount` is not about `lines[0]`; `totals.lines` and `vatBreakdown[0]` are about every line. */
export const speaksOfAnother = (path: string, other: string): boolean => {
  const others = new Map(entriesOn(other));
  return entriesOn(path).some(([list, index]) => others.has(list) && others.get(list) !== index);
};

/** The lists a path leads through, and where: `lines[2].allowances[0]` gives `lines` 2 and `allowances` 0. */
const entriesOn = (path: string): (readonly [list: string, index: string])[] =>
  [...path.matchAll(/(\w+)\[(\d+)\]/g)].map(([, list = '', index = '']) => [list, index]);
