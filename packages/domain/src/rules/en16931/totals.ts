import { Decimal } from '../../amount/decimal.js';
import type { Totals } from '../../invoice/invoice.js';
import type { FaultPatch } from '../fault.js';
import { exists } from '../presence.js';
import { isUbl, type Judged, type Rule, rule } from '../rule.js';

const zero = Decimal.zero;

const compared = (found: Decimal | undefined, expected: Decimal | undefined) => ({
  ...(found && { found: found.toString() }),
  ...(expected && { expected: expected.toString() }),
});

/** The arithmetic leaves one right figure: replacing the one found by it is certain to satisfy the rule. */
const corrected = (
  found: Decimal | undefined,
  expected: Decimal | undefined,
): Omit<FaultPatch, 'path'> | undefined =>
  found && expected ? { from: found.toString(), to: expected.toString() } : undefined;

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

const sumOfLines = rule({
  id: 'BR-CO-10',
  terms: ['BT-106', 'BT-131'],
  path: 'totals.lines',
  holds: (judged) => !hasTotals(judged) || equal(judged.invoice.totals.lines, judged.sums.lines.rounded()),
  values: ({ invoice, sums }) => compared(invoice.totals.lines, sums.lines.rounded()),
  patch: ({ invoice, sums }) => corrected(invoice.totals.lines, sums.lines.rounded()),
});

const sumOfAllowances = rule({
  id: 'BR-CO-11',
  terms: ['BT-107', 'BT-92'],
  path: 'totals.allowances',
  holds: (judged) => {
    if (!hasTotals(judged)) return true;
    const {
      invoice: { totals, allowances },
      sums,
    } = judged;
    return totals.allowances ? totals.allowances.equals(sums.allowances.rounded()) : allowances.length === 0;
  },
  values: ({ invoice, sums }) => compared(invoice.totals.allowances, sums.allowances.rounded()),
  patch: ({ invoice, sums }) => corrected(invoice.totals.allowances, sums.allowances.rounded()),
});

const sumOfCharges = rule({
  id: 'BR-CO-12',
  terms: ['BT-108', 'BT-99'],
  path: 'totals.charges',
  holds: (judged) => {
    if (!hasTotals(judged)) return true;
    const {
      invoice: { totals, charges },
      sums,
    } = judged;
    return totals.charges ? totals.charges.equals(sums.charges.rounded()) : charges.length === 0;
  },
  values: ({ invoice, sums }) => compared(invoice.totals.charges, sums.charges.rounded()),
  patch: ({ invoice, sums }) => corrected(invoice.totals.charges, sums.charges.rounded()),
});

/** BT-106 − BT-107 + BT-108; UBL does not round it when there is neither allowance nor charge. */
const taxExclusiveOf = ({ invoice: { totals }, context }: Judged): Decimal | undefined => {
  if (!totals.lines) return undefined;
  if (isUbl(context) && !totals.allowances && !totals.charges) return totals.lines;
  return totals.lines
    .minus(totals.allowances ?? zero)
    .plus(totals.charges ?? zero)
    .rounded();
};

const totalWithoutVat = rule({
  id: 'BR-CO-13',
  terms: ['BT-109', 'BT-106', 'BT-107', 'BT-108'],
  path: 'totals.taxExclusive',
  holds: (judged) => !hasTotals(judged) || equal(judged.invoice.totals.taxExclusive, taxExclusiveOf(judged)),
  values: (judged) => compared(judged.invoice.totals.taxExclusive, taxExclusiveOf(judged)),
  patch: (judged) => corrected(judged.invoice.totals.taxExclusive, taxExclusiveOf(judged)),
});

/** Silent without a total in the invoice's currency (BR-CO-15 tells), and in UBL without a breakdown to compare with. */
const totalVat = rule({
  id: 'BR-CO-14',
  terms: ['BT-110', 'BT-117'],
  path: 'totals.vat',
  holds: ({ invoice: { totals, vatBreakdown }, sums, context }) => {
    if (!totals.vat || (isUbl(context) && vatBreakdown.length === 0)) return true;
    return totals.vat.equals(sums.vat.rounded());
  },
  values: ({ invoice, sums }) => compared(invoice.totals.vat, sums.vat.rounded()),
  patch: ({ invoice, sums }) => corrected(invoice.totals.vat, sums.vat.rounded()),
});

const taxInclusiveOf = ({ invoice: { totals } }: Judged): Decimal | undefined =>
  totals.taxExclusive && totals.vat && totals.taxExclusive.plus(totals.vat).rounded();

/** CII also lets a total with VAT pass that equals the total without, whatever the VAT. */
const totalWithVat = rule({
  id: 'BR-CO-15',
  terms: ['BT-112', 'BT-109', 'BT-110'],
  path: 'totals.taxInclusive',
  holds: (judged) => {
    const { taxInclusive, taxExclusive } = judged.invoice.totals;
    // UBL asks in the invoice's currency: without one BR-05 tells.
    if (isUbl(judged.context) && !exists(judged.invoice.currency)) return true;
    if (equal(taxInclusive, taxInclusiveOf(judged))) return true;
    return !isUbl(judged.context) && equal(taxInclusive, taxExclusive);
  },
  values: (judged) => compared(judged.invoice.totals.taxInclusive, taxInclusiveOf(judged)),
  patch: (judged) => corrected(judged.invoice.totals.taxInclusive, taxInclusiveOf(judged)),
});

const amountDueOf = ({ invoice: { totals } }: Judged): Decimal | undefined =>
  totals.taxInclusive?.minus(totals.paid ?? zero).plus(totals.rounding ?? zero);

/** CII compares unrounded. UBL rounds BT-112 − BT-113 and BT-115 − BT-114, each only where it is a difference. */
const dueIsRight = (judged: Judged): boolean => {
  const { due, taxInclusive, paid, rounding } = judged.invoice.totals;
  if (!isUbl(judged.context)) return equal(due, amountDueOf(judged));
  return equal(
    rounding ? due?.minus(rounding).rounded() : due,
    paid ? taxInclusive?.minus(paid).rounded() : taxInclusive,
  );
};

const amountDue = rule({
  id: 'BR-CO-16',
  terms: ['BT-115', 'BT-112', 'BT-113', 'BT-114'],
  path: 'totals.due',
  holds: (judged) => !hasTotals(judged) || dueIsRight(judged),
  values: (judged) => compared(judged.invoice.totals.due, amountDueOf(judged)),
  patch: (judged) => corrected(judged.invoice.totals.due, amountDueOf(judged)),
});

/** The totals of the document: there, and in agreement with the lines and with each other. */
export const totalRules: readonly Rule[] = [
  required('BR-12', 'BT-106', 'lines'),
  required('BR-13', 'BT-109', 'taxExclusive'),
  required('BR-14', 'BT-112', 'taxInclusive'),
  required('BR-15', 'BT-115', 'due'),
  sumOfLines,
  sumOfAllowances,
  sumOfCharges,
  totalWithoutVat,
  totalVat,
  totalWithVat,
  amountDue,
];
