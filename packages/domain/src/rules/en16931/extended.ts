import { Decimal } from '../../amount/decimal.js';
import type { Invoice, InvoiceLine, Totals, VatBreakdown } from '../../invoice/invoice.js';
import type { Exemption, Extension, LineExtension } from '../extension.js';
import { groupedBy } from '../grouped.js';
import type { Place } from '../place.js';
import { eachCharge, eachLine, eachLineCharge, eachVatBreakdown } from '../places.js';
import { exists, figures, hasText } from '../presence.js';
import { type Finding, type Judged, type Rule, rule, ruleOfEach } from '../rule.js';
import { type VatFamily, vatFamilies } from './vat-families.js';

const zero = Decimal.zero;
const CENT = Decimal.of('0.01');

const extensionOf = ({ context }: Judged): Extension | undefined => context.evidence?.extension;

const more = (judged: Judged, index: number): LineExtension | undefined => extensionOf(judged)?.lines[index];

/** Lines that group others or only inform do not count: BT-X-8 is DETAIL or is not there. */
const counts = ({ subType = 'DETAIL' }: Pick<LineExtension, 'subType'> = {}): boolean => subType === 'DETAIL';

const countedLines = (judged: Judged): (readonly [InvoiceLine, LineExtension | undefined])[] =>
  judged.invoice.lines
    .map((line, index) => [line, more(judged, index)] as const)
    .filter(([, extension]) => counts(extension));

const numberOr0 = (text: string | undefined): Decimal => Decimal.parse(text ?? '') ?? zero;

const sum = (amounts: readonly (Decimal | undefined)[]): Decimal =>
  Decimal.sum(amounts.map((amount) => amount ?? zero));

/** One cent for each amount that was rounded on the way. */
const isWithin = (gap: Decimal, amounts: number): boolean =>
  gap.absolute().compare(CENT.times(Decimal.of(amounts))) <= 0;

const serviceCharges = (judged: Judged): Extension['serviceCharges'] =>
  extensionOf(judged)?.serviceCharges ?? [];

/** A term that every counted line must have. */
const ofCountedLine = (
  id: string,
  term: string,
  path: string,
  isThere: (line: InvoiceLine) => boolean,
): Rule =>
  rule({
    id,
    terms: [term],
    *check(judged): Iterable<Finding> {
      for (const [index, { item: line, path: place }] of eachLine(judged.invoice).entries())
        if (counts(more(judged, index)) && !isThere(line))
          yield { path: `${place}.${path}`, values: figures({ line: line.id }) };
    },
  });

interface Amount {
  readonly expected: Decimal;
  /** How many amounts it was worked out from. */
  readonly amounts: number;
}

const hasTotals = ({ invoice: { totals } }: Judged): boolean => Object.values(totals).some(exists);

/** A total against what it is worked out from. One that is needed fails where it or what it is made of is missing. */
const total = (
  id: string,
  term: string,
  name: keyof Totals,
  missing: 'fails' | 'fails where there is a sum',
  workOut: (judged: Judged) => Amount | undefined,
): Rule =>
  rule({
    id,
    terms: [term, ...(workedOutFrom[name] ?? [])],
    check: (judged) => {
      const [found, right] = [judged.invoice.totals[name], workOut(judged)];
      const isRight =
        found && right
          ? isWithin(found.minus(right.expected), right.amounts)
          : !hasTotals(judged) || (missing !== 'fails' && !right?.amounts);
      return isRight
        ? []
        : [{ path: `totals.${name}`, values: figures({ found, expected: right?.expected }) }];
    },
  });

/** The amounts each total is worked out from: a person looks for the error there too. */
const workedOutFrom: Partial<Record<keyof Totals, readonly string[]>> = {
  lines: ['BT-131'],
  allowances: ['BT-92'],
  charges: ['BT-99'],
  taxExclusive: ['BT-106', 'BT-107', 'BT-108'],
  taxInclusive: ['BT-109', 'BT-110'],
  due: ['BT-112', 'BT-113', 'BT-114'],
};

const sumOfLines = (judged: Judged): Amount => ({
  expected: sum(countedLines(judged).map(([{ netAmount }]) => netAmount)).rounded(),
  amounts: judged.invoice.lines.length,
});

const sumOfAllowances = ({ invoice: { allowances } }: Judged): Amount => ({
  expected: sum(allowances.map(({ amount }) => amount)).rounded(),
  amounts: allowances.length,
});

const sumOfCharges = (judged: Judged): Amount => {
  const { charges } = judged.invoice;
  const services = serviceCharges(judged);
  return {
    expected: sum([
      ...charges.map(({ amount }) => amount),
      ...services.map(({ amount }) => numberOr0(amount)),
    ]),
    amounts: charges.length + services.length,
  };
};

/** Every amount of the document that a total is made of. */
const countAmounts = (judged: Judged): number =>
  countedLines(judged).length + sumOfAllowances(judged).amounts + sumOfCharges(judged).amounts;

const taxExclusive = (judged: Judged): Amount | undefined => {
  const { lines, allowances, charges } = judged.invoice.totals;
  return (
    lines && {
      expected: lines.minus(allowances ?? zero).plus(charges ?? zero),
      amounts: countAmounts(judged),
    }
  );
};

const taxInclusive = (judged: Judged): Amount | undefined => {
  const { taxExclusive: net, vat } = judged.invoice.totals;
  return (
    net && (vat ? { expected: net.plus(vat), amounts: countAmounts(judged) } : { expected: net, amounts: 0 })
  );
};

/** With what is collected for others (BT-X-179). */
const due = (judged: Judged): Amount | undefined => {
  const { taxInclusive: gross, paid, rounding } = judged.invoice.totals;
  const adjustments = sum((extensionOf(judged)?.adjustments ?? []).map(numberOr0));
  return (
    gross && {
      expected: gross
        .minus(paid ?? zero)
        .plus(rounding ?? zero)
        .plus(adjustments),
      amounts: 0,
    }
  );
};

interface Taxed {
  readonly amount: Decimal;
  readonly category: string | undefined;
  readonly rate: Decimal | undefined;
  readonly exemption: Exemption;
}

/** What VAT is worked out on, with its sign: lines, allowances, charges, logistics services. */
const taxedAmounts = (judged: Judged): Taxed[] => {
  const extension = extensionOf(judged);
  return [
    ...countedLines(judged).map(([{ netAmount, vatCategory, vatRate }, line]) => ({
      amount: netAmount ?? zero,
      category: vatCategory,
      rate: vatRate,
      exemption: line?.exemption ?? {},
    })),
    ...judged.invoice.allowances.map(({ amount, vatCategory, vatRate }, index) => ({
      amount: (amount ?? zero).negated(),
      category: vatCategory,
      rate: vatRate,
      exemption: extension?.allowances[index] ?? {},
    })),
    ...judged.invoice.charges.map(({ amount, vatCategory, vatRate }, index) => ({
      amount: amount ?? zero,
      category: vatCategory,
      rate: vatRate,
      exemption: extension?.charges[index] ?? {},
    })),
    ...serviceCharges(judged).map(({ amount, category, rate, exemption }) => ({
      amount: numberOr0(amount),
      category,
      rate: Decimal.parse(rate ?? ''),
      exemption,
    })),
  ];
};

const isOfRate = ({ category }: VatBreakdown, rate: Decimal | undefined, of: VatBreakdown): boolean =>
  category === 'O' || (rate !== undefined && of.rate !== undefined && rate.equals(of.rate));

const sameReason = ({ reason = '', code = '' }: Exemption, breakdown: VatBreakdown): boolean =>
  reason.trim() === (breakdown.exemptionReason ?? '').trim() &&
  code.trim() === (breakdown.exemptionReasonCode ?? '').trim();

type Reading = 'reasons count' | 'reasons do not count';

const taxedIn = (breakdown: VatBreakdown, judged: Judged, reading: Reading): Amount => {
  const taxed = taxedAmounts(judged).filter(
    ({ category, rate, exemption }) =>
      category === breakdown.category &&
      isOfRate(breakdown, rate, breakdown) &&
      (reading === 'reasons do not count' || sameReason(exemption, breakdown)),
  );
  return { expected: sum(taxed.map(({ amount }) => amount)).rounded(), amounts: taxed.length };
};

const isSum = (breakdown: VatBreakdown, judged: Judged, reading: Reading): boolean => {
  const { expected, amounts } = taxedIn(breakdown, judged, reading);
  return breakdown.taxableAmount === undefined || isWithin(breakdown.taxableAmount.minus(expected), amounts);
};

const eachOf =
  ({ category }: VatFamily) =>
  (invoice: Invoice): Place<VatBreakdown>[] =>
    eachVatBreakdown(invoice).filter(({ item }) => item.category === category);

/**
 * The taxable amount read in two ways: of the category and rate, or also of the same exemption reason. One of the two
 * must hold; each alone is a warning.
 */
const taxableAmounts = (prefix: string, family: VatFamily): Rule[] => {
  const base = `${prefix}-${family.prefix}`;
  const sumRule = (
    id: string,
    severity: Rule['severity'],
    holds: (breakdown: VatBreakdown, judged: Judged) => boolean,
    reading: Reading = 'reasons do not count',
  ): Rule =>
    ruleOfEach({
      id,
      severity,
      terms: ['BT-116', 'BT-118'],
      each: eachOf(family),
      path: 'taxableAmount',
      holds,
      values: (breakdown, judged) =>
        figures({
          found: breakdown.taxableAmount,
          expected: taxedIn(breakdown, judged, reading).expected,
          category: breakdown.category,
        }),
    });
  return [
    // The published id of this one lacks its dash.
    sumRule(
      family.prefix === 'S' ? `${prefix}-S08b` : `${base}-08b`,
      'fatal',
      (breakdown, judged) =>
        isSum(breakdown, judged, 'reasons do not count') || isSum(breakdown, judged, 'reasons count'),
    ),
    sumRule(`${base}-08ini`, 'warning', (breakdown, judged) =>
      isSum(breakdown, judged, 'reasons do not count'),
    ),
    sumRule(
      `${base}-08rev`,
      'warning',
      (breakdown, judged) => isSum(breakdown, judged, 'reasons count'),
      'reasons count',
    ),
  ];
};

const hundred = Decimal.of(100);

const standardVat = (prefix: string): Rule =>
  ruleOfEach({
    id: `${prefix}-S-09b`,
    terms: ['BT-117', 'BT-116', 'BT-119'],
    each: (invoice) => eachVatBreakdown(invoice).filter(({ item }) => item.category === 'S'),
    path: 'taxAmount',
    holds: ({ taxableAmount, taxAmount, rate, ...rest }, judged) => {
      if (!taxableAmount || !taxAmount || !rate) return true;
      const right = taxableAmount.times(rate).dividedBy(hundred, 2);
      const { amounts } = taxedIn({ rate, ...rest }, judged, 'reasons do not count');
      return isWithin(taxAmount.minus(right), Math.max(1, amounts));
    },
    values: ({ taxableAmount, taxAmount, rate }) =>
      figures({ found: taxAmount, base: taxableAmount, rate, category: { toString: () => 'S' } }),
  });

/** A category that is used is broken down; one that is broken down is used, but for those that have several rates. */
const breakdownPresence = (prefix: string, { prefix: family, category, breakdowns }: VatFamily): Rule =>
  rule({
    id: `${prefix}-${family}-01`,
    terms: ['BG-23', 'BT-118'],
    path: 'vatBreakdown',
    holds: (judged) => {
      const isUsed = taxedAmounts(judged).some((taxed) => taxed.category === category);
      const isBrokenDown = judged.invoice.vatBreakdown.some((breakdown) => breakdown.category === category);
      return breakdowns === 'perRate' ? !isUsed || isBrokenDown : isUsed === isBrokenDown;
    },
    values: () => ({ category }),
  });

const isGroup = ({ subType }: LineExtension): boolean => subType === 'GROUP';

interface Arrangement {
  readonly ids: ReadonlySet<string | undefined>;
  /** What stands right under a line, details and groups alike, by the number of the line. */
  readonly under: ReadonlyMap<string, readonly InvoiceLine[]>;
}

const arrangements = new WeakMap<Judged, Arrangement>();

const arrangementOf = (judged: Judged): Arrangement => {
  const found = arrangements.get(judged);
  if (found) return found;
  const { invoice } = judged;
  const arranged = invoice.lines
    .map((line, index) => ({ line, ...more(judged, index) }))
    .filter(({ parent, subType }) => parent !== undefined && subType !== 'INFORMATION');
  const under = new Map(
    [...groupedBy(arranged, ({ parent = '' }) => parent)].map(([parent, inner]) => [
      parent,
      inner.map(({ line }) => line),
    ]),
  );
  const arrangement = { ids: new Set(invoice.lines.map(({ id }) => id)), under };
  arrangements.set(judged, arrangement);
  return arrangement;
};

/** Rules about how lines are arranged, of files that arrange them. */
const ofArrangedLines = (
  id: string,
  term: string,
  holds: (line: InvoiceLine, extension: LineExtension, judged: Judged) => boolean,
): Rule =>
  rule({
    id,
    terms: [term],
    *check(judged): Iterable<Finding> {
      const extension = extensionOf(judged);
      if (!extension?.lines.some(({ parent }) => parent !== undefined)) return;
      for (const [index, line] of judged.invoice.lines.entries()) {
        const inner = extension.lines[index];
        if (inner && !holds(line, inner, judged))
          yield { path: `lines[${index}]`, values: figures({ line: line.id }) };
      }
    },
  });

const groupAddsUp = (line: InvoiceLine, extension: LineExtension, judged: Judged): boolean => {
  const inner = arrangementOf(judged).under.get(line.id ?? '') ?? [];
  if (!isGroup(extension) || !line.netAmount || inner.length === 0) return true;
  return isWithin(line.netAmount.minus(sum(inner.map(({ netAmount }) => netAmount))), inner.length);
};

/** The norm asks it, its artefacts do not: an amount that is due says when. */
const dueDateOrTerms = rule({
  id: 'BR-CO-25',
  terms: ['BT-9', 'BT-20', 'BT-115'],
  path: 'dueDate',
  holds: ({ invoice: { totals, dueDate, paymentTerms } }) =>
    !totals.due || totals.due.isNegative() || totals.due.isZero() || exists(dueDate) || exists(paymentTerms),
});

/** The rules of EN 16931 that an extended profile asks in another form: BR-FXEXT-… of Factur-X, BR-FREXT-… of France. */
export const extendedRules = (prefix: 'BR-FXEXT' | 'BR-FREXT'): readonly Rule[] => [
  ofCountedLine(`${prefix}-BR-22`, 'BT-129', 'quantity', ({ quantity }) => exists(quantity)),
  ofCountedLine(`${prefix}-BR-23`, 'BT-130', 'unit', ({ unit }) => exists(unit)),
  ofCountedLine(`${prefix}-BR-24`, 'BT-131', 'netAmount', ({ netAmount }) => exists(netAmount)),
  ofCountedLine(`${prefix}-BR-26`, 'BT-146', 'price.net', ({ price }) => exists(price.net)),
  ofCountedLine(`${prefix}-CO-04`, 'BT-151', 'vatCategory', ({ vatCategory }) => exists(vatCategory)),
  ruleOfEach({
    id: `${prefix}-BR-38`,
    terms: ['BT-104', 'BT-105'],
    each: eachCharge,
    path: 'reason',
    holds: ({ reason, reasonCode }) => hasText(reason) || hasText(reasonCode),
  }),
  ruleOfEach({
    id: `${prefix}-BR-44`,
    terms: ['BT-144', 'BT-145'],
    each: eachLineCharge,
    path: 'reason',
    holds: ({ reason, reasonCode }) => exists(reason) || exists(reasonCode),
  }),
  ofArrangedLines(`${prefix}-06`, 'BG-25', (_, { subType }) => subType !== undefined),
  ofArrangedLines(`${prefix}-08`, 'BT-131', groupAddsUp),
  ofArrangedLines(
    `${prefix}-11`,
    'BT-126',
    (_, { parent }, judged) => parent === undefined || arrangementOf(judged).ids.has(parent),
  ),
  total(`${prefix}-CO-10`, 'BT-106', 'lines', 'fails', sumOfLines),
  total(`${prefix}-CO-11`, 'BT-107', 'allowances', 'fails where there is a sum', sumOfAllowances),
  total(`${prefix}-CO-12`, 'BT-108', 'charges', 'fails where there is a sum', sumOfCharges),
  total(`${prefix}-CO-13`, 'BT-109', 'taxExclusive', 'fails', taxExclusive),
  total(`${prefix}-CO-15`, 'BT-112', 'taxInclusive', 'fails', taxInclusive),
  total(`${prefix}-CO-16`, 'BT-115', 'due', 'fails', due),
  ...vatFamilies.flatMap((family) => [breakdownPresence(prefix, family), ...taxableAmounts(prefix, family)]),
  standardVat(prefix),
  dueDateOrTerms,
];
