import { Decimal } from '../amount/decimal.js';
import { type Fault, isFatal } from './fault.js';
import { followsFrom, isUnreadable, speaksOfAnother } from './without-consequences.js';

/** One thing to tell a person: whatever the rules found that one mend puts right. */
export interface ToldFault {
  /** The fault to say in full. */
  readonly fault: Fault;
  /** Every rule that says just this: two rules of the norm may ask for one thing. */
  readonly rules: readonly string[];
  /** The same at further places. */
  readonly elsewhere: readonly Fault[];
  /** Rules that are broken because of this fault and are looked at again once it is mended. */
  readonly consequences: readonly string[];
}

/**
 * Puts faults as a person reads them: fatal ones first, causes before what follows from them, twins and repetitions
 * once. No rule is lost: each stands in `rules` or in `consequences`.
 */
export const tellFaults = (faults: readonly Fault[]): ToldFault[] => {
  const roots = rootsOf(faults);
  const told = new Map<string, Told>();
  for (const fault of faults) {
    if (roots.get(fault) !== fault) continue;
    const entry = told.get(keyOf(fault));
    if (entry) join(entry, fault);
    else told.set(keyOf(fault), begin(fault));
  }
  for (const [fault, root] of roots) {
    const entry = told.get(keyOf(root));
    if (entry && !entry.rules.has(fault.rule)) entry.consequences.add(fault.rule);
  }
  const all = [...told.values()].map(({ fault, rules, elsewhere, consequences }) => ({
    fault,
    elsewhere,
    rules: [...rules],
    consequences: [...consequences],
  }));
  return [...all.filter(({ fault }) => isFatal(fault)), ...all.filter(({ fault }) => !isFatal(fault))];
};

interface Told {
  readonly fault: Fault;
  readonly rules: Set<string>;
  readonly places: Set<string>;
  readonly elsewhere: Fault[];
  readonly consequences: Set<string>;
}

const begin = (fault: Fault): Told => ({
  fault,
  rules: new Set([fault.rule]),
  places: new Set([fault.path]),
  elsewhere: [],
  consequences: new Set(),
});

/** A twin at a place that was named already adds its rule alone. */
const join = ({ fault: first, rules, places, elsewhere }: Told, fault: Fault): void => {
  rules.add(fault.rule);
  if (fault.rule === first.rule || !places.has(fault.path)) elsewhere.push(fault);
  places.add(fault.path);
};

/** Rules that say one thing under two names. */
const twins: Readonly<Record<string, string>> = {
  'BR-CO-21': 'BR-33',
  'BR-CO-22': 'BR-38',
  'BR-CO-23': 'BR-42',
  'BR-CO-24': 'BR-44',
  'BR-61': 'BR-50',
};

const ofCategories: readonly (readonly [RegExp, string])[] = [
  // The VAT amount of a breakdown is worked out by BR-CO-17 and by the rule of its category.
  [/^BR-(?:CO-17|(?:S|AF|AG)-09)$/, 'BR-CO-17'],
  // Lines, allowances and charges of a category ask for the same identifiers.
  [/^BR-(S|Z|E|AE|IC|G|O|AF|AG)-0[234]$/, 'BR-$1-02'],
];

const sayingOf = (rule: string): string => {
  const category = ofCategories.find(([rules]) => rules.test(rule));
  return category ? rule.replace(category[0], category[1]) : (twins[rule] ?? rule);
};

const keyOf = ({ rule, severity }: Fault): string => `${severity} ${sayingOf(rule)}`;

/** Each fault with the one it follows from in the end: itself where it stands on its own. */
const rootsOf = (faults: readonly Fault[]): Map<Fault, Fault> => {
  const causesFor = causesAmong(faults);
  const causes = new Map(
    faults.map((fault) => [fault, causesFor(fault).find((cause) => isCausedBy(fault, cause))]),
  );
  return new Map(faults.map((fault) => [fault, rootOf(fault, causes)]));
};

const rootOf = (fault: Fault, causes: ReadonlyMap<Fault, Fault | undefined>): Fault => {
  const passed = new Set<Fault>();
  let root = fault;
  for (let cause = causes.get(root); cause && !passed.has(cause); cause = causes.get(root)) {
    passed.add(cause);
    root = cause;
  }
  return root;
};

/** Where causes are to be looked for: in the same line, and one of each kind: ten thousand lines may have one each. */
const causesAmong = (faults: readonly Fault[]): ((fault: Fault) => readonly Fault[]) => {
  const kinds = new Map<string, Fault>();
  const entries = new Map<string, Fault[]>();
  for (const fault of faults.filter(mayCause)) {
    const kind = `${fault.rule} ${fault.terms[0]} ${fault.path.replace(/\[.*/, '')}`;
    if (!kinds.has(kind)) kinds.set(kind, fault);
    const entry = entryOf(fault);
    if (entry !== '') entries.set(entry, [...(entries.get(entry) ?? []), fault]);
  }
  const byRank = (causes: readonly Fault[]) => causes.toSorted((left, right) => rankOf(left) - rankOf(right));
  return (fault) => byRank([...kinds.values(), ...(entries.get(entryOf(fault)) ?? [])]);
};

const entryOf = ({ path }: Fault): string => /^\w+\[\d+\]/.exec(path)?.[0] ?? '';

/** Rules that say that a term is not there at all; whatever needs it cannot be kept either. */
const missing = /^BR-(?:0[1-9]|1[0-6]|18|19|2[0-6]|3[1267]|41|43|4[5-9]|50|52|5[3-7]|61|CO-04|CO-18)$/;

const leavesOut = (fault: Fault): boolean => isUnreadable(fault) || missing.test(fault.rule);
const isWrongSum = ({ values }: Fault): boolean => values?.expected !== undefined;
const mayCause = (fault: Fault): boolean => leavesOut(fault) || isWrongSum(fault);

/** What cannot be read comes before what is missing, and that before what does not add up. */
const rankOf = (fault: Fault): number => (isUnreadable(fault) ? 0 : leavesOut(fault) ? 1 : 2);

const isCausedBy = (fault: Fault, cause: Fault): boolean => {
  if (cause === fault || keyOf(cause) === keyOf(fault) || rankOf(fault) < rankOf(cause)) return false;
  // Whoever mends what is fatal must not have to look for it under a warning.
  if (isFatal(fault) && !isFatal(cause)) return false;
  if (isUnreadable(cause)) return followsFrom(fault, cause);
  if (speaksOfAnother(fault.path, cause.path)) return false;
  const needs = fault.terms.includes(cause.terms[0] ?? '');
  if (leavesOut(cause)) return needs;
  return isWrongSum(fault) && fault.terms[0] !== cause.terms[0] && (needs || isSameGap(fault, cause));
};

/** One line that is wrong puts the total of lines and the base of its VAT out by the same amount. */
const isSameGap = (fault: Fault, cause: Fault): boolean =>
  cause.rule === 'BR-CO-10' && fault.terms.includes('BT-131') && gapOf(fault) === gapOf(cause);

const gapOf = ({ values }: Fault): string | undefined => {
  const [found, expected] = [values?.found, values?.expected].map((text) => text && Decimal.parse(text));
  return found && expected && found.minus(expected).normalized().toString();
};
