import { Decimal } from '../../amount/decimal.js';
import type { VatBreakdown } from '../../invoice/invoice.js';
import { exists, figures } from '../presence.js';
import { isCii, isUbl, type Judged, type Rule, type RuleContext, ruleOfEach } from '../rule.js';
import type { VatGroup } from '../sums.js';
import { eachBreakdownAnywhere } from './elsewhere.js';
import { isAtMostOneApart, isWithinOne, isWithinOneInDoubles, taxOn } from './tolerance.js';
import { breakdownsOf, isLookedAt, type VatFamily, vatFamilies } from './vat-families.js';

const amountIsGiven = (id: string, term: string, path: 'taxableAmount' | 'taxAmount'): Rule =>
  ruleOfEach({
    id,
    terms: [term, 'BG-23'],
    each: eachBreakdownAnywhere,
    path,
    holds: (breakdown, judged, place) =>
      !isLookedAt(breakdown, judged, place) || judged.file.has(`${place}.${path}`, breakdown[path]),
    values: ({ category, rate }) => figures({ category, rate }),
  });

const categoryIsGiven = ruleOfEach({
  id: 'BR-47',
  terms: ['BT-118', 'BG-23'],
  each: eachBreakdownAnywhere,
  path: 'category',
  holds: (breakdown, judged, path) =>
    !isLookedAt(breakdown, judged, path) || (exists(breakdown.category) && judged.file.isVat(path)),
  values: ({ category, rate }) => figures({ category, rate }),
});

const rateIsGiven = ruleOfEach({
  id: 'BR-48',
  terms: ['BT-119', 'BG-23'],
  each: eachBreakdownAnywhere,
  path: 'rate',
  holds: (breakdown, judged, path) => {
    if (!isLookedAt(breakdown, judged, path)) return true;
    if (!judged.file.isVat(path)) return false;
    return breakdown.category === 'O' || judged.file.has(`${path}.rate`, breakdown.rate);
  },
  values: ({ category }) => figures({ category }),
});

const expectedTax = ({ taxableAmount, rate }: VatBreakdown): Decimal | undefined => {
  if (!taxableAmount || !rate) return undefined;
  const tax = taxOn(taxableAmount, rate);
  return taxableAmount.isNegative() ? tax.negated() : tax;
};

const taxFigures = (breakdown: VatBreakdown) =>
  figures({
    found: breakdown.taxAmount,
    expected: expectedTax(breakdown),
    taxable: breakdown.taxableAmount,
    rate: breakdown.rate,
    category: breakdown.category,
  });

/** Certain only where the amount it is worked out from is right itself. */
const correctedTax = (breakdown: VatBreakdown, judged: Judged) => {
  const expected = expectedTax(breakdown);
  return breakdown.taxAmount && expected && taxableIsRight(breakdown, judged)
    ? { from: breakdown.taxAmount.toString(), to: expected.toString() }
    : undefined;
};

const taxableIsRight = (breakdown: VatBreakdown, judged: Judged): boolean =>
  vatFamilies.some(
    ({ category, breakdowns }) =>
      category === breakdown.category &&
      (breakdowns === 'perRate' ? taxableOfRate : taxableOfCategory)(breakdown, judged),
  );

/** Signs left out, less than 1 apart (CII: at most 1). */
const taxAgrees = (breakdown: VatBreakdown, isClose: typeof isWithinOne): boolean => {
  const { taxableAmount, taxAmount, rate } = breakdown;
  if (!taxableAmount || !taxAmount || !rate) return false;
  return isClose(taxAmount.absolute(), taxOn(taxableAmount, rate));
};

/** A rate below one half per cent rounds to no rate: then only a tax that rounds to 0 agrees. */
const hasNoRate = ({ rate }: VatBreakdown): boolean => !rate || rate.rounded(0).isZero();

const taxOfBreakdown = ruleOfEach({
  id: 'BR-CO-17',
  terms: ['BT-117', 'BT-116', 'BT-119'],
  each: eachBreakdownAnywhere,
  path: 'taxAmount',
  holds: (breakdown, judged, path) => {
    if (!isLookedAt(breakdown, judged, path)) return true;
    // The rate of another tax is none.
    if (!judged.file.isVatTrimmed(path) || hasNoRate(breakdown))
      return breakdown.taxAmount?.rounded(0).isZero() ?? false;
    return taxAgrees(breakdown, isCii(judged.context) ? isAtMostOneApart : isWithinOne);
  },
  values: taxFigures,
  patch: correctedTax,
});

/** Σ BT-131 − Σ BT-92 + Σ BT-99 */
const net = ({ lines, allowances, charges }: VatGroup): Decimal => lines.minus(allowances).plus(charges);

/** The same where the artefacts round each of the three sums. */
const netOfRounded = ({ lines, allowances, charges }: VatGroup): Decimal =>
  lines.rounded().minus(allowances.rounded()).plus(charges.rounded());

const isUsed = ({ lineCount, allowanceCount, chargeCount }: VatGroup): boolean =>
  lineCount + allowanceCount + chargeCount > 0;

const ofRate = ({ category = '', rate }: VatBreakdown, { sums }: Judged): VatGroup | undefined =>
  rate && sums.ofRate(category, rate);

/** BR-S-08, BR-AF-08, BR-AG-08: for each rate. UBL allows less than 1 and wants the rate in use; CII is exact. */
const taxableOfRate = (breakdown: VatBreakdown, judged: Judged): boolean => {
  const group = ofRate(breakdown, judged);
  if (!group) return true;
  const { taxableAmount } = breakdown;
  if (!taxableAmount) return false;
  return isUbl(judged.context)
    ? isUsed(group) && isWithinOneInDoubles(taxableAmount, net(group))
    : taxableAmount.equals(netOfRounded(group));
};

/** The other families: of the whole category. UBL is exact and wants lines; CII allows less than 1, except for O. */
const taxableOfCategory = (breakdown: VatBreakdown, { invoice, sums, context }: Judged): boolean => {
  const { taxableAmount, category = '' } = breakdown;
  if (!taxableAmount) return false;
  const group = sums.ofCategory(category);
  if (isUbl(context)) return invoice.lines.length > 0 && taxableAmount.equals(net(group));
  return category === 'O'
    ? taxableAmount.equals(netOfRounded(group))
    : isWithinOne(taxableAmount, netOfRounded(group));
};

/** Nothing is left out of the sums: every line, allowance and charge has an amount and a category. */
const isComplete = ({ invoice: { lines, allowances, charges } }: Judged): boolean =>
  lines.every(({ netAmount, vatCategory }) => exists(netAmount) && exists(vatCategory)) &&
  [...allowances, ...charges].every(({ amount, vatCategory }) => exists(amount) && exists(vatCategory));

const expectedTaxable = (breakdown: VatBreakdown, perRate: boolean, judged: Judged): Decimal | undefined => {
  const group = perRate ? ofRate(breakdown, judged) : judged.sums.ofCategory(breakdown.category ?? '');
  return group && net(group).rounded();
};

/**
 * Of a breakdown at a rate that nothing is taxed at: the one rate of its category that is taxed and has no breakdown, and
 * the sum at it. The rate is then wrong, and not the sum.
 */
const whereNotUsed = (
  breakdown: VatBreakdown,
  judged: Judged,
): Readonly<Record<string, { toString(): string } | undefined>> | undefined => {
  const group = ofRate(breakdown, judged);
  if (!group || isUsed(group)) return undefined;
  const { lines, allowances, charges, vatBreakdown } = judged.invoice;
  const { category = '' } = breakdown;
  const rates = new Map<string, Decimal>();
  for (const { vatCategory, vatRate } of [...lines, ...allowances, ...charges])
    if (vatCategory === category && vatRate) rates.set(vatRate.normalized().toString(), vatRate);
  for (const { rate } of vatBreakdown) rates.delete(rate?.normalized().toString() ?? '');
  const [otherRate, further] = [...rates.values()];
  if (!otherRate || further) return { notUsed: '' };
  return { notUsed: '', otherRate, others: net(judged.sums.ofRate(category, otherRate)) };
};

/** These rules of L and M look for the rate in the wrong place in CII, and never fire there. */
const speaksFor = ({ category }: VatFamily) =>
  ['L', 'M'].includes(category) ? { speaks: (context: RuleContext) => isUbl(context) } : {};

const taxableAmountOf = (family: VatFamily): Rule => {
  const perRate = family.breakdowns === 'perRate';
  return ruleOfEach({
    id: `BR-${family.prefix}-08`,
    terms: ['BT-116', 'BT-131', 'BT-92', 'BT-99'],
    concerns: family.concerns,
    ...speaksFor(family),
    each: (_, judged) => breakdownsOf(family, judged),
    path: 'taxableAmount',
    holds: perRate ? taxableOfRate : taxableOfCategory,
    values: (breakdown, judged) =>
      figures({
        found: breakdown.taxableAmount,
        expected: expectedTaxable(breakdown, perRate, judged),
        rate: breakdown.rate,
        category: breakdown.category,
        ...(perRate && whereNotUsed(breakdown, judged)),
      }),
    patch: (breakdown, judged) => {
      if (perRate && whereNotUsed(breakdown, judged)) return undefined;
      const expected = expectedTaxable(breakdown, perRate, judged);
      return breakdown.taxableAmount && expected && isComplete(judged)
        ? { from: breakdown.taxableAmount.toString(), to: expected.toString() }
        : undefined;
    },
  });
};

const taxAmountOf = (family: VatFamily): Rule => {
  const isTaxed = family.breakdowns === 'perRate';
  const zero = Decimal.of('0.00');
  return ruleOfEach({
    id: `BR-${family.prefix}-09`,
    terms: isTaxed ? ['BT-117', 'BT-116', 'BT-119'] : ['BT-117'],
    concerns: family.concerns,
    ...speaksFor(family),
    each: (_, judged) => breakdownsOf(family, judged),
    path: 'taxAmount',
    holds: (breakdown, judged, path) =>
      isTaxed ? taxAgrees(breakdown, isWithinOne) : isZero(breakdown, judged, `${path}.taxAmount`),
    values: (breakdown) =>
      isTaxed ? taxFigures(breakdown) : figures({ found: breakdown.taxAmount, expected: zero }),
    patch: (breakdown, judged) => {
      if (isTaxed) return correctedTax(breakdown, judged);
      return breakdown.taxAmount && { from: breakdown.taxAmount.toString(), to: zero.toString() };
    },
  });
};

/** CII compares as doubles, where minus zero is not zero. */
const isZero = ({ taxAmount }: VatBreakdown, { context, file }: Judged, path: string): boolean =>
  taxAmount?.isZero() === true && (isUbl(context) || !file.isMinusZero(path, taxAmount));

/** Each VAT breakdown: complete, and in agreement with the lines, allowances and charges it sums up. */
export const vatBreakdownRules: readonly Rule[] = [
  amountIsGiven('BR-45', 'BT-116', 'taxableAmount'),
  amountIsGiven('BR-46', 'BT-117', 'taxAmount'),
  categoryIsGiven,
  rateIsGiven,
  taxOfBreakdown,
  ...vatFamilies.flatMap((family) => [taxableAmountOf(family), taxAmountOf(family)]),
];
