import { Decimal } from '../amount/decimal.js';
import { type Fault, isFatal, isTechnical } from './fault.js';
import {
  followsFrom,
  isAtSamePlace,
  isUnreadable,
  liesElsewhere,
  speaksOfAnother,
} from './without-consequences.js';

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

/** A rule that says several things gives each its cause, or the element it is about. */
const keyOf = ({ rule, severity, values }: Fault): string =>
  [severity, sayingOf(rule), values?.cause, values?.element].filter(Boolean).join(' ');

/** Each fault with the one it follows from in the end: itself where it stands on its own. */
const rootsOf = (faults: readonly Fault[]): Map<Fault, Fault> => {
  const causesFor = causesAmong(faults);
  const causes = new Map(
    faults.map((fault) => [fault, causesFor(fault).find((cause) => isCausedBy(fault, cause))]),
  );
  const order = new Map(faults.map((fault, index) => [fault, index]));
  return new Map(faults.map((fault) => [fault, rootOf(fault, causes, order)]));
};

/** Of faults that follow from each other in a circle, the first one found is the root. */
const rootOf = (
  fault: Fault,
  causes: ReadonlyMap<Fault, Fault | undefined>,
  order: ReadonlyMap<Fault, number>,
): Fault => {
  const passed = [fault];
  for (let cause = causes.get(fault); cause; cause = causes.get(cause)) {
    const circle = passed.indexOf(cause);
    if (circle >= 0) return earliest(passed.slice(circle), cause, order);
    passed.push(cause);
  }
  return passed.at(-1) ?? fault;
};

const earliest = (faults: readonly Fault[], first: Fault, order: ReadonlyMap<Fault, number>): Fault =>
  faults.reduce((root, fault) => ((order.get(fault) ?? 0) < (order.get(root) ?? 0) ? fault : root), first);

/**
 * Where causes are to be looked for: in the same line, at the same element, and one of each kind: ten thousand lines
 * may have one each.
 */
const causesAmong = (faults: readonly Fault[]): ((fault: Fault) => readonly Fault[]) => {
  const kinds = new Map<string, Fault>();
  const near = new Map<string, Fault[]>();
  for (const fault of faults.filter(mayCause)) {
    const kind = `${fault.rule} ${fault.terms[0]} ${fault.path.replace(/\[.*/, '')}`;
    if (!kinds.has(kind)) kinds.set(kind, fault);
    const isOfElement = repeated.test(fault.rule) || isWithoutScheme(fault) || isWrongValue(fault);
    const keys = [entryOf(fault), ...(isOfElement ? elementsAround(fault) : [])];
    for (const key of keys.filter(Boolean)) near.set(key, [...(near.get(key) ?? []), fault]);
  }
  const byRank = (causes: readonly Fault[]) => causes.toSorted((left, right) => rankOf(left) - rankOf(right));
  return (fault) => {
    const around = [entryOf(fault), ...elementsAround(fault).slice(0, 2)].flatMap(
      (key) => near.get(key) ?? [],
    );
    return byRank([...kinds.values(), ...around]);
  };
};

/** An element and the two above it, by XPath, the root left out. Some write the first of many with its rank. */
const elementsAround = ({ location = '' }: Fault): string[] => {
  const steps = location.replaceAll('[1]', '').split('/');
  return [0, 1, 2]
    .map((up) => steps.slice(0, steps.length - up))
    .filter(({ length }) => length > 2)
    .map((kept) => kept.join('/'));
};

const entryOf = ({ path }: Fault): string => /^\w+\[\d+\]/.exec(path)?.[0] ?? '';

/** Rules that say that a term is not there at all; whatever needs it cannot be kept either. */
const missing = /^BR-(?:0[1-9]|1[0-6]|18|19|2[0-6]|3[1267]|41|43|4[5-9]|50|52|5[3-7]|6[1-5]|CO-04|CO-18)$/;
const decimals = /^BR-DEC-/;
const categoryUse = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-01$/;
const categoryRate = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-0[567]$/;
const categoryBase = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-08$/;
const ofBreakdown = /^BR-(?:S|Z|E|AE|IC|G|O|AF|AG)-(?:08|09|10)$/;

const repeated = /^PV-(?:READ|SCHEMA)-REPEATED$/;
/** What reading the file found, no value in it causes. */
const ofReading = /^PV-(?:READ|SCHEMA-(?:UNKNOWN|ORDER))(?:-|$)/;
const counting = /^(?:UBL|CII)-SR-/;
const totals = /^BR-(?:F[RX]EXT-)?CO-1[0-7]$/;
const codes = /^BR-CL-/;
const french = /^BR-FR-/;

const leavesOut = (fault: Fault): boolean => isUnreadable(fault) || missing.test(fault.rule);
const isWrongSum = ({ values }: Fault): boolean => values?.expected !== undefined;
const mayCause = (fault: Fault): boolean =>
  leavesOut(fault) ||
  isWrongSum(fault) ||
  isUnused(fault) ||
  isWithoutScheme(fault) ||
  isWrongValue(fault) ||
  [repeated, decimals, categoryUse, categoryRate].some((rules) => rules.test(fault.rule));

/** What cannot be read comes before what is missing, that before a wrong category, and sums come last. */
const rankOf = (fault: Fault): number => {
  if (isUnreadable(fault) || isWithoutScheme(fault)) return 0;
  if (leavesOut(fault) || repeated.test(fault.rule)) return 1;
  return isWrongSum(fault) ? 3 : 2;
};

const isCausedBy = (fault: Fault, cause: Fault): boolean => {
  if (cause === fault || keyOf(cause) === keyOf(fault)) return false;
  // Whoever mends what is fatal must not have to look for it under a warning.
  if (isFatal(fault) && !isFatal(cause)) return false;
  if (isRemark(fault) || ofReading.test(fault.rule)) return false;
  if (isUnused(cause) && entryOf(cause) && entryOf(fault) === entryOf(cause))
    return ofBreakdown.test(fault.rule) || fault.rule === 'BR-CO-17';
  if (cause.rule === NO_LINES) return needsLines(fault);
  if (cause.rule === NO_CURRENCY && needsCurrency(fault)) return true;
  if (rankOf(fault) < rankOf(cause)) return false;
  if (isUnreadable(cause)) return followsFrom(fault, cause);
  if (isWithoutScheme(cause)) return isOfSameScheme(fault, cause);
  if (repeated.test(cause.rule)) return comesOfRepetition(fault, cause);
  if (isWrongValue(cause) && french.test(fault.rule)) return isOfSameValue(fault, cause);
  if (liesElsewhere(fault, cause)) return false;
  if (categoryUse.test(cause.rule)) return isOfCategory(fault, cause);
  if (categoryRate.test(cause.rule)) return categoryBase.test(fault.rule) && hasSameCategory(fault, cause);
  if (speaksOfAnother(fault.path, cause.path)) return isMovedAmount(fault, cause);
  const needs = fault.terms.includes(cause.terms[0] ?? '');
  if (leavesOut(cause)) return needs || isAtSamePlace(fault, cause) || isOfSameElement(fault, cause);
  if (decimals.test(cause.rule)) return (needs && isLessThanACent(fault)) || isOfSameDecimals(fault, cause);
  return isWrongSum(fault) && fault.terms[0] !== cause.terms[0] && (needs || isSameGap(fault, cause));
};

const NO_LINES = 'BR-16';

/** Without a line, every sum of lines and every use of a category is missing its lines. */
const needsLines = ({ rule, terms }: Fault): boolean =>
  rule === 'BR-CO-18' || terms.some((term) => term === 'BT-131' || term === 'BT-151' || term === 'BG-25');

const NO_CURRENCY = 'BR-CL-04';

/** No total of VAT stands in a currency that is none, and none of it is said in euros. */
const needsCurrency = ({ rule, values }: Fault): boolean =>
  (rule === 'BR-CO-15' && values?.expected === undefined) || rule === 'BR-FR-CO-12';

/** What the software's maker is told has its own list, where it does not drown anything. */
const isRemark = (fault: Fault): boolean => isTechnical(fault) && !isFatal(fault);

/** A category or an identifier of VAT is one by its scheme, VAT: without it, the rules find none at all. */
const isWithoutScheme = ({ rule, values }: Fault): boolean =>
  rule === 'CII-DT-037' || (rule === 'PV-SCHEMA-MISSING' && values?.element === 'cac:TaxScheme');

const isOfSameScheme = (fault: Fault, cause: Fault): boolean => {
  const [element, parent] = elementsAround(cause);
  const schemed = cause.rule === 'CII-DT-037' ? element : parent;
  return schemed !== undefined && elementsAround(fault).slice(0, 2).includes(schemed);
};

/** A value that is there and is not what it must be. */
const isWrongValue = ({ rule, values }: Fault): boolean =>
  (codes.test(rule) || french.test(rule)) && values?.found !== undefined;

/** The French rules ask again for a code that is in no list, and call a number missing that is written wrongly. */
const isOfSameValue = (fault: Fault, cause: Fault): boolean =>
  elementsAround(fault)[0] !== undefined &&
  elementsAround(fault)[0] === elementsAround(cause)[0] &&
  (codes.test(cause.rule) || fault.values?.found === undefined);

/** Rules that count elements count this one too; a total that needs it has two to choose from. */
const comesOfRepetition = (fault: Fault, cause: Fault): boolean => {
  if (counting.test(fault.rule)) return elementsAround(cause).includes(elementsAround(fault)[0] ?? '');
  return totals.test(fault.rule) && fault.terms.slice(1).includes(cause.terms[0] ?? '');
};

/** A breakdown of a category that nothing in the invoice bears. */
const isUnused = ({ rule, values }: Fault): boolean =>
  categoryBase.test(rule) &&
  (values?.notUsed !== undefined || (values?.expected !== undefined && Number(values.expected) === 0));

/** A category that stands only in the breakdown, or only in the lines, leaves the sums of its breakdown without sense. */
const isOfCategory = (fault: Fault, cause: Fault): boolean =>
  fault.rule === 'BR-CO-14' ||
  (ofBreakdown.test(fault.rule) && hasSameCategory(fault, cause)) ||
  (cause.values?.missing !== undefined && isUnused(fault));

/** The rules of a category bear its letters: BR-G-01, BR-G-08. */
const hasSameCategory = (fault: Fault, cause: Fault): boolean => lettersOf(fault) === lettersOf(cause);

const lettersOf = ({ rule }: Fault): string => rule.split('-')[1] ?? '';

/** UBL and CII write the unit as an attribute of the quantity: without the one there is no other. */
const isOfSameElement = (fault: Fault, cause: Fault): boolean =>
  fault.rule === 'BR-23' && cause.rule === 'BR-22' && entryOf(fault) === entryOf(cause);

/** An amount that was put under another category is missing from one base and too much in another. */
const isMovedAmount = (fault: Fault, cause: Fault): boolean => {
  const [gap, other] = [gapOf(fault), gapOf(cause)];
  const areBases = categoryBase.test(fault.rule) && categoryBase.test(cause.rule);
  return areBases && gap !== undefined && other !== undefined && !gap.isZero() && gap.plus(other).isZero();
};

/** One line that is wrong puts the total of lines and the base of its VAT out by the same amount. */
const isSameGap = (fault: Fault, cause: Fault): boolean => {
  const [gap, other] = [gapOf(fault), gapOf(cause)];
  const areOfLines = cause.rule === 'BR-CO-10' && fault.terms.includes('BT-131');
  return areOfLines && gap !== undefined && other !== undefined && gap.equals(other);
};

/** Both the rule of the term and that of the syntax count decimals. */
const isOfSameDecimals = (fault: Fault, cause: Fault): boolean =>
  fault.rule === 'UBL-DT-01' && fault.location !== undefined && fault.location === cause.location;

const isLessThanACent = (fault: Fault): boolean => {
  const gap = gapOf(fault);
  return gap?.absolute().isLessThan(cent) ?? false;
};

const cent = Decimal.of('0.01');

const gapOf = ({ values }: Fault): Decimal | undefined => {
  const [found, expected] = [values?.found, values?.expected].map((text) => text && Decimal.parse(text));
  return found && expected ? found.minus(expected) : undefined;
};
