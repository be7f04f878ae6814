import { Decimal } from '../amount/decimal.js';
import type { Invoice } from '../invoice/invoice.js';

/** The sums that rules compare with the sender's totals, worked out in one walk over the invoice. */
export interface Sums {
  /** Σ BT-131 */
  readonly lines: Decimal;
  /** Σ BT-92 */
  readonly allowances: Decimal;
  /** Σ BT-99 */
  readonly charges: Decimal;
  /** Σ BT-117 */
  readonly vat: Decimal;
  /** Of all lines, allowances and charges of a VAT category, whatever their rate. */
  ofCategory(category: string): VatGroup;
  /** Of those whose rate has the same value; 20 and 20.00 are one rate. */
  ofRate(category: string, rate: Decimal): VatGroup;
}

export interface VatGroup {
  /** Σ BT-131, Σ BT-92 and Σ BT-99 of the group. */
  readonly lines: Decimal;
  readonly allowances: Decimal;
  readonly charges: Decimal;
  readonly lineCount: number;
  readonly allowanceCount: number;
  readonly chargeCount: number;
}

export const sumUp = (invoice: Invoice): Sums => {
  const groups = new Map<string, VatGroup>();
  const add = (kind: Kind, { amount = Decimal.zero, category, rate }: Contribution): void => {
    if (category === undefined) return;
    for (const key of rate ? [category, rateKey(category, rate)] : [category]) {
      groups.set(key, grown(groups.get(key) ?? emptyGroup, kind, amount));
    }
  };
  for (const line of invoice.lines) {
    add('line', { amount: line.netAmount, category: line.vatCategory, rate: line.vatRate });
  }
  for (const { amount, vatCategory, vatRate } of invoice.allowances) {
    add('allowance', { amount, category: vatCategory, rate: vatRate });
  }
  for (const { amount, vatCategory, vatRate } of invoice.charges) {
    add('charge', { amount, category: vatCategory, rate: vatRate });
  }
  return {
    lines: sumOf(invoice.lines.map(({ netAmount }) => netAmount)),
    allowances: sumOf(invoice.allowances.map(({ amount }) => amount)),
    charges: sumOf(invoice.charges.map(({ amount }) => amount)),
    vat: sumOf(invoice.vatBreakdown.map(({ taxAmount }) => taxAmount)),
    ofCategory: (category) => groups.get(category) ?? emptyGroup,
    ofRate: (category, rate) => groups.get(rateKey(category, rate)) ?? emptyGroup,
  };
};

type Kind = 'line' | 'allowance' | 'charge';

interface Contribution {
  readonly amount: Decimal | undefined;
  readonly category: string | undefined;
  readonly rate: Decimal | undefined;
}

const emptyGroup: VatGroup = {
  lines: Decimal.zero,
  allowances: Decimal.zero,
  charges: Decimal.zero,
  lineCount: 0,
  allowanceCount: 0,
  chargeCount: 0,
};

const grown = (group: VatGroup, kind: Kind, amount: Decimal): VatGroup => {
  if (kind === 'line') {
    return { ...group, lines: group.lines.plus(amount), lineCount: group.lineCount + 1 };
  }
  return kind === 'allowance'
    ? { ...group, allowances: group.allowances.plus(amount), allowanceCount: group.allowanceCount + 1 }
    : { ...group, charges: group.charges.plus(amount), chargeCount: group.chargeCount + 1 };
};

const rateKey = (category: string, rate: Decimal): string => `${category} ${rate.normalized()}`;

const sumOf = (amounts: readonly (Decimal | undefined)[]): Decimal =>
  Decimal.sum(amounts.filter((amount) => amount !== undefined));
