import { Decimal } from '../../amount/decimal.js';
import type { InvoiceLine, LineAllowanceCharge } from '../../invoice/invoice.js';
import { eachAllowance, eachCharge, eachLine, eachLineAllowance, eachLineCharge } from '../places.js';
import { figures } from '../presence.js';
import { type Judged, type Rule, ruleOfEach } from '../rule.js';

const cent = Decimal.of('0.01');
const hundred = Decimal.of(100);
const one = Decimal.of(1);
const zero = Decimal.zero;

/** More than a cent and a quotient can hold: what is rounded later loses nothing. */
const PRECISION = 12;

const isWithin = (left: Decimal, right: Decimal, tolerance: Decimal): boolean =>
  !tolerance.isLessThan(left.minus(right).absolute());

const totalOf = (items: readonly LineAllowanceCharge[]): Decimal =>
  Decimal.sum(items.map(({ amount }) => amount ?? zero));

/**
 * BT-129 × BT-146 ÷ BT-149 − Σ BT-136 + Σ BT-141, rounded; undefined where a figure is missing, or where the price is of
 * another unit than the quantity.
 */
const netAmountOf = ({ quantity, unit, price, allowances, charges }: InvoiceLine): Decimal | undefined => {
  const { net, baseQuantity = one, baseQuantityUnit = unit } = price;
  if (!quantity || !net || baseQuantity.isZero() || baseQuantityUnit !== unit) return undefined;
  const gross = quantity.times(net).dividedBy(baseQuantity, PRECISION);
  return gross.minus(totalOf(allowances)).plus(totalOf(charges)).rounded();
};

/** Each amount that goes into it may have been rounded by itself. */
const toleranceOf = ({ allowances, charges }: InvoiceLine): Decimal =>
  cent.times(Decimal.of(1 + allowances.length + charges.length));

/** A line that groups others holds their sum. */
const mayGroupLines = ({ context, invoice }: Judged): boolean =>
  /extended/i.test(context.profile ?? invoice.specification ?? '');

const lineNetAmount = ruleOfEach({
  id: 'PV-ADVICE-LINE-AMOUNT',
  severity: 'warning',
  terms: ['BT-131', 'BT-129', 'BT-146', 'BT-149', 'BT-136', 'BT-141'],
  each: (invoice, judged) => (mayGroupLines(judged) ? [] : eachLine(invoice)),
  path: 'netAmount',
  holds: (line) => {
    const expected = netAmountOf(line);
    return !expected || !line.netAmount || isWithin(line.netAmount, expected, toleranceOf(line));
  },
  values: (line) =>
    figures({
      line: line.id,
      found: line.netAmount,
      expected: netAmountOf(line),
      quantity: line.quantity,
      price: line.price.net,
    }),
});

/** Gross less discount; without a gross price there is nothing to compare. */
const netPriceOf = ({ price: { gross, discount = zero } }: InvoiceLine): Decimal | undefined =>
  gross?.minus(discount);

const netPrice = ruleOfEach({
  id: 'PV-ADVICE-NET-PRICE',
  severity: 'warning',
  terms: ['BT-146', 'BT-148', 'BT-147'],
  each: eachLine,
  path: 'price.net',
  holds: (line) => {
    const expected = netPriceOf(line);
    return !expected || !line.price.net || isWithin(line.price.net, expected, cent);
  },
  values: (line) => figures({ line: line.id, found: line.price.net, expected: netPriceOf(line) }),
});

/** BT-92 = BT-93 × BT-94 ÷ 100, and likewise of charges and on lines. */
const shareOf = ({ baseAmount, percentage }: LineAllowanceCharge): Decimal | undefined =>
  baseAmount && percentage && baseAmount.times(percentage).dividedBy(hundred, 2);

const kinds = [
  ['ALLOWANCE', eachAllowance, ['BT-92', 'BT-93', 'BT-94']],
  ['ALLOWANCE', eachLineAllowance, ['BT-136', 'BT-137', 'BT-138']],
  ['CHARGE', eachCharge, ['BT-99', 'BT-100', 'BT-101']],
  ['CHARGE', eachLineCharge, ['BT-141', 'BT-142', 'BT-143']],
] as const;

const shares: readonly Rule[] = kinds.map(([kind, each, terms]) =>
  ruleOfEach<LineAllowanceCharge>({
    id: `PV-ADVICE-${kind}`,
    severity: 'warning',
    terms,
    each,
    path: 'amount',
    holds: (item) => {
      const expected = shareOf(item);
      return !expected || !item.amount || isWithin(item.amount, expected, cent);
    },
    values: (item) =>
      figures({
        found: item.amount,
        expected: shareOf(item),
        base: item.baseAmount,
        percentage: item.percentage,
      }),
  }),
);

/** Amounts that EN 16931 describes as worked out, and does not work out itself. */
export const amountAdvice: readonly Rule[] = [lineNetAmount, netPrice, ...shares];
