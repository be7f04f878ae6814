import { Decimal } from '../amount/decimal.js';
import type { InvoiceLine, Item, LineAllowanceCharge, Price } from '../invoice/invoice.js';
import { words } from './random-parties.js';
import type { SeededChoices } from './seeded-choices.js';

/** A VAT category with the rate it has in one invoice. */
export interface VatRate {
  readonly vatCategory: string;
  readonly vatRate?: Decimal;
}

/** A line whose net amount follows from its figures, as the norm works it out. */
export const randomLine = (choices: SeededChoices, index: number, vat: VatRate): InvoiceLine => {
  const quantity = randomDecimal(choices, 1, 2_000, choices.between(0, 3));
  const price = randomPrice(choices);
  const allowances = choices.some(0, 2, () => randomLineAllowance(choices, '95'));
  const charges = choices.some(0, 2, () => randomLineAllowance(choices, 'FC'));
  const gross = quantity.times(price.net ?? Decimal.zero).dividedBy(price.baseQuantity ?? Decimal.of(1), 2);
  return {
    id: String(index + 1),
    ...choices.maybe('note', () => words(choices)),
    ...choices.maybe('object', () => ({
      value: `OBJ-${index}`,
      ...choices.maybe('scheme', () => 'AAO'),
    })),
    quantity,
    unit: choices.one('C62', 'HUR', 'KGM', 'XBX'),
    netAmount: gross.minus(sumOf(allowances)).plus(sumOf(charges)).rounded(),
    ...choices.maybe('orderLineReference', () => String(choices.between(1, 99))),
    ...choices.maybe('buyerAccountingReference', () => words(choices)),
    ...choices.maybe('period', () => ({
      start: '2026-02-01',
      ...choices.maybe('end', () => '2026-02-28'),
    })),
    allowances,
    charges,
    price,
    ...vat,
    item: randomItem(choices, vat),
  };
};

const randomPrice = (choices: SeededChoices): Price => {
  const net = randomDecimal(choices, 100, 900, choices.between(0, 4));
  const discount = randomDecimal(choices, 1, 99, 2);
  return {
    net,
    ...(choices.happens() ? { discount, gross: net.plus(discount) } : {}),
    ...(choices.happens(0.3)
      ? {
          baseQuantity: Decimal.of(choices.one('1', '10', '100')),
          ...choices.maybe('baseQuantityUnit', () => 'C62'),
        }
      : {}),
  };
};

const randomItem = (choices: SeededChoices, { vatCategory }: VatRate): Item => ({
  name: `Article ${words(choices)}`,
  ...choices.maybe('description', () => words(choices)),
  ...choices.maybe('sellerIdentifier', () => `V-${choices.between(1, 99)}`),
  ...choices.maybe('buyerIdentifier', () => `A-${choices.between(1, 99)}`),
  ...choices.maybe('standardIdentifier', () => ({ value: '3000000000014', scheme: '0160' })),
  classifications: choices.some(0, 2, () => ({
    code: '14111507',
    list: choices.one('TST', 'STI'),
    ...choices.maybe('listVersion', () => '20'),
  })),
  // BR-B-01: with category B every country is Italy.
  ...choices.maybe('originCountry', () => (vatCategory === 'B' ? 'IT' : choices.one('FR', 'DE'))),
  attributes: choices.some(0, 2, (index) => ({ name: `Attribut ${index}`, value: words(choices) })),
});

const randomLineAllowance = (choices: SeededChoices, reasonCode: string): LineAllowanceCharge => ({
  ...randomShare(choices),
  ...randomReason(choices, reasonCode),
});

/** An amount, with the base and the percentage it comes from or without. */
export const randomShare = (
  choices: SeededChoices,
): Pick<LineAllowanceCharge, 'amount' | 'baseAmount' | 'percentage'> => {
  const percentage = randomDecimal(choices, 1, 9, 1);
  const baseAmount = randomDecimal(choices, 10, 90, 2);
  return {
    amount: baseAmount.times(percentage).dividedBy(Decimal.of(100), 2),
    ...choices.maybe('baseAmount', () => baseAmount),
    ...choices.maybe('percentage', () => percentage),
  };
};

/** A reason, as text, as code, or both. */
export const randomReason = (
  choices: SeededChoices,
  reasonCode: string,
): Pick<LineAllowanceCharge, 'reason' | 'reasonCode'> =>
  choices.happens()
    ? { reason: words(choices), ...choices.maybe('reasonCode', () => reasonCode) }
    : { reasonCode };

/** A decimal with as many decimals as asked for. */
export const randomDecimal = (
  choices: SeededChoices,
  least: number,
  most: number,
  scale: number,
): Decimal => {
  const fraction = scale === 0 ? '' : `.${String(choices.between(0, 10 ** scale - 1)).padStart(scale, '0')}`;
  return Decimal.of(`${choices.between(least, most)}${fraction}`);
};

const sumOf = (items: readonly LineAllowanceCharge[]): Decimal =>
  Decimal.sum(items.map(({ amount = Decimal.zero }) => amount));
