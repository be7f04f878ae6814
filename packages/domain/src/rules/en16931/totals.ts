import { Decimal } from '../../amount/decimal.js';
import type { Totals } from '../../invoice/invoice.js';
import { exists, figures } from '../presence.js';
import { isUbl, type Judged, type Rule, rule } from '../rule.js';
import type { VatTotal, WrittenFile } from '../written-file.js';

const zero = Decimal.zero;

const equal = (left: Decimal | undefined, right: Decimal | undefined): boolean =>
  left !== undefined && right !== undefined && left.equals(right);

/** A total that must be there, where the group of totals is there at all; without it BR-CO-15 says so. */
const required = (id: string, term: string, name: keyof Totals): Rule =>
  rule({
    id,
    terms: [term],
    path: `totals.${name}`,
    holds: (judged) => !hasTotals(judged) || judged.file.has(`totals.${name}`, judged.invoice.totals[name]),
  });

/** The rules of the totals hang on their element. */
const hasTotals = ({ file }: Judged): boolean => file.hasGroup('totals');

interface Arithmetic {
  readonly id: string;
  readonly terms: readonly string[];
  readonly name: keyof Totals;
  readonly holds: (judged: Judged) => boolean;
  readonly expected: (judged: Judged) => Decimal | undefined;
  /** Why there is nothing to expect, where it can be told. */
  readonly cause?: (judged: Judged) => Readonly<Record<string, string>>;
  /** Whether the figures it is worked out from are right themselves: only then is the mend certain. */
  readonly isCertain: (judged: Judged) => boolean;
}

const arithmetic = ({ id, terms, name, holds, expected, cause, isCertain }: Arithmetic): Rule =>
  rule({
    id,
    terms,
    path: `totals.${name}`,
    holds,
    values: (judged) => ({
      ...figures({ found: judged.invoice.totals[name], expected: expected(judged) }),
      ...(expected(judged) ? {} : { incomplete: '', ...cause?.(judged) }),
    }),
    patch: (judged) => {
      const found = judged.invoice.totals[name];
      const right = expected(judged);
      return found && right && isCertain(judged)
        ? { from: found.toString(), to: right.toString() }
        : undefined;
    },
  });

const linesAreRight = (judged: Judged): boolean =>
  !hasTotals(judged) || equal(judged.invoice.totals.lines, judged.sums.lines.rounded());

interface Addend {
  readonly amount?: Decimal;
}

/** A total is not asked for where there is nothing to add up. CII compares as doubles. */
const sumIsRight = (
  { invoice, context, file }: Judged,
  name: 'allowances' | 'charges',
  sum: Decimal,
): boolean => {
  const total = invoice.totals[name];
  const items: readonly Addend[] = invoice[name];
  if (!total) return items.length === 0;
  if (!total.equals(sum.rounded())) return false;
  if (isUbl(context)) return true;
  const isMinus =
    items.length > 0 &&
    areMinusZero(
      items.map(({ amount }) => amount),
      `${name}[].amount`,
      file,
    );
  return file.isMinusZero(`totals.${name}`, total) === isMinus;
};

/** A sum of doubles is minus zero where all it adds up is. `path` is that of an amount, its index left out. */
const areMinusZero = (amounts: readonly (Decimal | undefined)[], path: string, file: WrittenFile): boolean =>
  amounts.every((amount, index) => file.isMinusZero(path.replace('[]', `[${index}]`), amount));

const allowancesAreRight = (judged: Judged): boolean =>
  !hasTotals(judged) || sumIsRight(judged, 'allowances', judged.sums.allowances);

const chargesAreRight = (judged: Judged): boolean =>
  !hasTotals(judged) || sumIsRight(judged, 'charges', judged.sums.charges);

/** BT-106 − BT-107 + BT-108; UBL does not round it when there is neither allowance nor charge. */
const taxExclusiveOf = ({ invoice: { totals }, context }: Judged): Decimal | undefined => {
  if (!totals.lines) return undefined;
  if (isUbl(context) && !totals.allowances && !totals.charges) return totals.lines;
  return totals.lines
    .minus(totals.allowances ?? zero)
    .plus(totals.charges ?? zero)
    .rounded();
};

const taxExclusiveIsRight = (judged: Judged): boolean =>
  !hasTotals(judged) || equal(judged.invoice.totals.taxExclusive, taxExclusiveOf(judged));

/** UBL: each total that has breakdowns in it, whatever its currency. CII: those in the invoice's currency. */
const vatIsRight = (judged: Judged): boolean => {
  const { file, context } = judged;
  return isUbl(context)
    ? file.vatTotals.every((total) => total.from === total.to || agreesWithItsBreakdowns(total, judged))
    : totalsInCurrency(judged).every((total) => agreesWithAllBreakdowns(total, judged));
};

const agreesWithItsBreakdowns = ({ amount, from, to }: VatTotal, { invoice }: Judged): boolean => {
  const taxes = invoice.vatBreakdown.slice(from, to).map(({ taxAmount }) => taxAmount ?? zero);
  return amount?.equals(Decimal.sum(taxes).rounded()) ?? false;
};

const agreesWithAllBreakdowns = (
  { amount, isMinusZero }: VatTotal,
  { invoice, sums, file }: Judged,
): boolean => {
  if (!amount?.equals(sums.vat.rounded())) return false;
  const taxes = invoice.vatBreakdown.map(({ taxAmount }) => taxAmount);
  return isMinusZero === (taxes.length > 0 && areMinusZero(taxes, 'vatBreakdown[].taxAmount', file));
};

/** Compared with its white space. */
const totalsInCurrency = ({ file, invoice }: Judged): readonly VatTotal[] => {
  const wanted = file.text('currency', invoice.currency);
  return file.vatTotals.filter(({ currency }) => currency === wanted);
};

const taxInclusiveOf = (judged: Judged): Decimal | undefined => {
  const { taxExclusive } = judged.invoice.totals;
  const [vat, second] = totalsInCurrency(judged);
  return vat?.amount && !second ? taxExclusive?.plus(vat.amount).rounded() : undefined;
};

const causeOfVatTotals = (judged: Judged): Readonly<Record<string, string>> => {
  const [first, second] = totalsInCurrency(judged);
  if (second) return { cause: 'two-vat-totals' };
  return first ? {} : { cause: 'no-vat-total' };
};

/** CII also lets a total with VAT pass that equals the total without, whatever the VAT. */
const taxInclusiveIsRight = (judged: Judged): boolean => {
  const { taxInclusive, taxExclusive } = judged.invoice.totals;
  // Asked in the invoice's currency: without one BR-05 tells.
  if (!exists(judged.invoice.currency)) return true;
  if (equal(taxInclusive, taxInclusiveOf(judged))) return true;
  return !isUbl(judged.context) && equal(taxInclusive, taxExclusive);
};

const dueOf = ({ invoice: { totals } }: Judged): Decimal | undefined =>
  totals.taxInclusive?.minus(totals.paid ?? zero).plus(totals.rounding ?? zero);

/** CII compares unrounded. UBL rounds BT-112 − BT-113 and BT-115 − BT-114, each only where it is a difference. */
const dueIsRight = (judged: Judged): boolean => {
  if (!hasTotals(judged)) return true;
  const { due, taxInclusive, paid, rounding } = judged.invoice.totals;
  if (!isUbl(judged.context)) return equal(due, dueOf(judged));
  return equal(
    rounding ? due?.minus(rounding).rounded() : due,
    paid ? taxInclusive?.minus(paid).rounded() : taxInclusive,
  );
};

/** The totals of the document: there, and in agreement with the lines and with each other. */
export const totalRules: readonly Rule[] = [
  required('BR-12', 'BT-106', 'lines'),
  required('BR-13', 'BT-109', 'taxExclusive'),
  required('BR-14', 'BT-112', 'taxInclusive'),
  required('BR-15', 'BT-115', 'due'),
  arithmetic({
    id: 'BR-CO-10',
    terms: ['BT-106', 'BT-131'],
    name: 'lines',
    holds: linesAreRight,
    expected: ({ sums }) => sums.lines.rounded(),
    isCertain: ({ invoice }) => invoice.lines.every(({ netAmount }) => exists(netAmount)),
  }),
  arithmetic({
    id: 'BR-CO-11',
    terms: ['BT-107', 'BT-92'],
    name: 'allowances',
    holds: allowancesAreRight,
    expected: ({ sums }) => sums.allowances.rounded(),
    isCertain: ({ invoice }) => invoice.allowances.every(({ amount }) => exists(amount)),
  }),
  arithmetic({
    id: 'BR-CO-12',
    terms: ['BT-108', 'BT-99'],
    name: 'charges',
    holds: chargesAreRight,
    expected: ({ sums }) => sums.charges.rounded(),
    isCertain: ({ invoice }) => invoice.charges.every(({ amount }) => exists(amount)),
  }),
  arithmetic({
    id: 'BR-CO-13',
    terms: ['BT-109', 'BT-106', 'BT-107', 'BT-108'],
    name: 'taxExclusive',
    holds: taxExclusiveIsRight,
    expected: taxExclusiveOf,
    isCertain: (judged) => linesAreRight(judged) && allowancesAreRight(judged) && chargesAreRight(judged),
  }),
  arithmetic({
    id: 'BR-CO-14',
    terms: ['BT-110', 'BT-117'],
    name: 'vat',
    holds: vatIsRight,
    expected: ({ sums }) => sums.vat.rounded(),
    isCertain: ({ invoice }) => invoice.vatBreakdown.every(({ taxAmount }) => exists(taxAmount)),
  }),
  arithmetic({
    id: 'BR-CO-15',
    terms: ['BT-112', 'BT-109', 'BT-110'],
    name: 'taxInclusive',
    holds: taxInclusiveIsRight,
    expected: taxInclusiveOf,
    cause: causeOfVatTotals,
    isCertain: (judged) => taxExclusiveIsRight(judged) && vatIsRight(judged),
  }),
  arithmetic({
    id: 'BR-CO-16',
    terms: ['BT-115', 'BT-112', 'BT-113', 'BT-114'],
    name: 'due',
    holds: dueIsRight,
    expected: dueOf,
    isCertain: taxInclusiveIsRight,
  }),
];
