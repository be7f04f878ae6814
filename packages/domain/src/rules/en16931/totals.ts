import { Decimal } from '../../amount/decimal.js';
import type { Totals } from '../../invoice/invoice.js';
import { exists, figures } from '../presence.js';
import { isUbl, type Judged, type Rule, rule } from '../rule.js';

const zero = Decimal.zero;

const equal = (left: Decimal | undefined, right: Decimal | undefined): boolean =>
  left !== undefined && right !== undefined && left.equals(right);

/** A total that must be there, where the group of totals is there at all; without it BR-CO-15 says so. */
const required = (id: string, term: string, name: keyof Totals): Rule =>
  rule({
    id,
    terms: [term],
    path: `totals.${name}`,
    holds: (judged) => !hasTotals(judged) || exists(judged.invoice.totals[name]),
  });

/** In UBL the VAT totals stand apart from the others. */
const hasTotals = ({ invoice: { totals }, context }: Judged): boolean => {
  const { vat, vatInVatCurrency, ...others } = totals;
  return Object.values(isUbl(context) ? others : totals).some(exists);
};

interface Arithmetic {
  readonly id: string;
  readonly terms: readonly string[];
  readonly name: keyof Totals;
  readonly holds: (judged: Judged) => boolean;
  readonly expected: (judged: Judged) => Decimal | undefined;
  /** Whether the figures it is worked out from are right themselves: only then is the mend certain. */
  readonly isCertain: (judged: Judged) => boolean;
}

const arithmetic = ({ id, terms, name, holds, expected, isCertain }: Arithmetic): Rule =>
  rule({
    id,
    terms,
    path: `totals.${name}`,
    holds,
    values: (judged) => figures({ found: judged.invoice.totals[name], expected: expected(judged) }),
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

/** A total is not asked for where there is nothing to add up. */
const sumIsRight = (total: Decimal | undefined, sum: Decimal, items: readonly unknown[]): boolean =>
  total ? total.equals(sum.rounded()) : items.length === 0;

const allowancesAreRight = (judged: Judged): boolean => {
  const { totals, allowances } = judged.invoice;
  return !hasTotals(judged) || sumIsRight(totals.allowances, judged.sums.allowances, allowances);
};

const chargesAreRight = (judged: Judged): boolean => {
  const { totals, charges } = judged.invoice;
  return !hasTotals(judged) || sumIsRight(totals.charges, judged.sums.charges, charges);
};

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

/** Silent without a total in the invoice's currency (BR-CO-15 tells), and in UBL without a breakdown to compare with. */
const vatIsRight = ({ invoice: { totals, vatBreakdown }, sums, context }: Judged): boolean => {
  if (!totals.vat || (isUbl(context) && vatBreakdown.length === 0)) return true;
  return totals.vat.equals(sums.vat.rounded());
};

const taxInclusiveOf = ({ invoice: { totals } }: Judged): Decimal | undefined =>
  totals.taxExclusive && totals.vat && totals.taxExclusive.plus(totals.vat).rounded();

/** CII also lets a total with VAT pass that equals the total without, whatever the VAT. */
const taxInclusiveIsRight = (judged: Judged): boolean => {
  const { taxInclusive, taxExclusive } = judged.invoice.totals;
  // UBL asks in the invoice's currency: without one BR-05 tells.
  if (isUbl(judged.context) && !exists(judged.invoice.currency)) return true;
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
