import type { Decimal } from '../../amount/decimal.js';
import type { Invoice, VatBreakdown } from '../../invoice/invoice.js';
import type { Place } from '../place.js';
import { eachAllowance, eachCharge, eachLine, eachLineAllowance, eachLineCharge, maybe } from '../places.js';
import { figures } from '../presence.js';
import { isCii, isUbl, type Judged, type Rule, ruleOfEach } from '../rule.js';
import type { WrittenFile } from '../written-file.js';
import { eachBreakdownAnywhere } from './elsewhere.js';
import { isLookedAt } from './vat-families.js';

const MAXIMUM_DECIMALS = 2;

/** Characters are counted: `12.340` has three decimals, whatever its value, and `12.34 ` or `12.3.4` as many. */
const isShort = (amount: Decimal | undefined, file: WrittenFile, path: string): boolean =>
  file.decimals(path, amount) <= MAXIMUM_DECIMALS;

const isShortInValue = (amount: Decimal | undefined): boolean =>
  !amount || amount.normalized().scale <= MAXIMUM_DECIMALS;

const atMostTwoDecimals = <Item>(
  id: string,
  term: string,
  each: (invoice: Invoice, judged: Judged) => readonly Place<Item>[],
  path: string,
  amountIn: (item: Item) => Decimal | undefined,
): Rule =>
  ruleOfEach({
    id,
    terms: [term],
    each,
    path,
    holds: (item, judged, place) => isShort(amountIn(item), judged.file, `${place}.${path}`),
    values: (item) => figures({ found: amountIn(item) }),
    patch: (item) => {
      const found = amountIn(item);
      // Zeros may go without changing the amount; other digits are the sender's to round.
      return found && isShortInValue(found)
        ? { from: found.toString(), to: found.rounded(MAXIMUM_DECIMALS).toString() }
        : undefined;
    },
  });

const theTotals = ({ totals }: Invoice) => maybe(totals, 'totals');

/** CII selects the breakdowns of L, M and O by other rules first. */
const eachBreakdownLookedAt = (invoice: Invoice, judged: Judged): readonly Place<VatBreakdown>[] => {
  const all = eachBreakdownAnywhere(invoice, judged);
  return isUbl(judged.context) ? all : all.filter(({ item, path }) => isLookedAt(item, judged, path));
};

/** By value, and in CII only: UBL never reaches this rule. One total of another currency is enough to pass it. */
const totalVatDecimals = ruleOfEach({
  id: 'BR-DEC-13',
  terms: ['BT-110'],
  speaks: isCii,
  each: theTotals,
  path: 'vat',
  holds: ({ vat, vatInVatCurrency }) => isShortInValue(vat) || vatInVatCurrency !== undefined,
  values: ({ vat }) => figures({ found: vat }),
});

/** By value, and in CII only. Fires beside BR-53 when the total is missing. */
const totalVatInVatCurrencyDecimals = ruleOfEach({
  id: 'BR-DEC-15',
  terms: ['BT-111'],
  speaks: (context) => !isUbl(context),
  each: theTotals,
  path: 'vatInVatCurrency',
  holds: ({ vat, vatInVatCurrency }, { invoice: { currency, vatCurrency }, file }) => {
    if (vatCurrency === undefined || !file.hasGroup('totals')) return true;
    const isSame = file.text('vatCurrency', vatCurrency) === file.text('currency', currency);
    const total = isSame ? vat : vatInVatCurrency;
    return total !== undefined && isShortInValue(total);
  },
  values: ({ vatInVatCurrency }) => figures({ found: vatInVatCurrency }),
});

/** Amounts have at most two decimals. */
export const decimalRules: readonly Rule[] = [
  atMostTwoDecimals('BR-DEC-01', 'BT-92', eachAllowance, 'amount', ({ amount }) => amount),
  atMostTwoDecimals('BR-DEC-02', 'BT-93', eachAllowance, 'baseAmount', ({ baseAmount }) => baseAmount),
  atMostTwoDecimals('BR-DEC-05', 'BT-99', eachCharge, 'amount', ({ amount }) => amount),
  atMostTwoDecimals('BR-DEC-06', 'BT-100', eachCharge, 'baseAmount', ({ baseAmount }) => baseAmount),
  atMostTwoDecimals('BR-DEC-09', 'BT-106', theTotals, 'lines', ({ lines }) => lines),
  atMostTwoDecimals('BR-DEC-10', 'BT-107', theTotals, 'allowances', ({ allowances }) => allowances),
  atMostTwoDecimals('BR-DEC-11', 'BT-108', theTotals, 'charges', ({ charges }) => charges),
  atMostTwoDecimals('BR-DEC-12', 'BT-109', theTotals, 'taxExclusive', ({ taxExclusive }) => taxExclusive),
  totalVatDecimals,
  atMostTwoDecimals('BR-DEC-14', 'BT-112', theTotals, 'taxInclusive', ({ taxInclusive }) => taxInclusive),
  totalVatInVatCurrencyDecimals,
  atMostTwoDecimals('BR-DEC-16', 'BT-113', theTotals, 'paid', ({ paid }) => paid),
  atMostTwoDecimals('BR-DEC-17', 'BT-114', theTotals, 'rounding', ({ rounding }) => rounding),
  atMostTwoDecimals('BR-DEC-18', 'BT-115', theTotals, 'due', ({ due }) => due),
  atMostTwoDecimals(
    'BR-DEC-19',
    'BT-116',
    eachBreakdownLookedAt,
    'taxableAmount',
    ({ taxableAmount }) => taxableAmount,
  ),
  atMostTwoDecimals('BR-DEC-20', 'BT-117', eachBreakdownLookedAt, 'taxAmount', ({ taxAmount }) => taxAmount),
  atMostTwoDecimals('BR-DEC-23', 'BT-131', eachLine, 'netAmount', ({ netAmount }) => netAmount),
  atMostTwoDecimals('BR-DEC-24', 'BT-136', eachLineAllowance, 'amount', ({ amount }) => amount),
  atMostTwoDecimals('BR-DEC-25', 'BT-137', eachLineAllowance, 'baseAmount', ({ baseAmount }) => baseAmount),
  atMostTwoDecimals('BR-DEC-27', 'BT-141', eachLineCharge, 'amount', ({ amount }) => amount),
  atMostTwoDecimals('BR-DEC-28', 'BT-142', eachLineCharge, 'baseAmount', ({ baseAmount }) => baseAmount),
];
