import { Decimal } from '../amount/decimal.js';
import type { Invoice } from '../invoice/invoice.js';

/** The sums that rules compare with the sender's totals. */
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

/** Adds the invoice up, once, when the first rule asks. */
export const sumUp = (invoice: Invoice): Sums => {
  let known: Map<string, Group> | undefined;
  const groups = (): Map<string, Group> => {
    known ??= groupsOf(invoice);
    return known;
  };
  const totals = {
    lines: once(() => sumOf(invoice.lines.map(({ netAmount }) => netAmount))),
    allowances: once(() => sumOf(invoice.allowances.map(({ amount }) => amount))),
    charges: once(() => sumOf(invoice.charges.map(({ amount }) => amount))),
    vat: once(() => sumOf(invoice.vatBreakdown.map(({ taxAmount }) => taxAmount))),
  };
  return {
    get lines() {
      return totals.lines();
    },
    get allowances() {
      return totals.allowances();
    },
    get charges() {
      return totals.charges();
    },
    get vat() {
      return totals.vat();
    },
    ofCategory: (category) => groups().get(category) ?? new Group(),
    ofRate: (category, rate) => groups().get(rateKey(category, rate)) ?? new Group(),
  };
};

/** Grows while the invoice is walked, and is read only afterwards. */
class Group implements VatGroup {
  lines = Decimal.zero;
  allowances = Decimal.zero;
  charges = Decimal.zero;
  lineCount = 0;
  allowanceCount = 0;
  chargeCount = 0;
}

const groupsOf = ({ lines, allowances, charges }: Invoice): Map<string, Group> => {
  const groups = new Map<string, Group>();
  const groupsFor = (category: string | undefined, rate: Decimal | undefined): Group[] => {
    if (category === undefined) return [];
    return (rate ? [category, rateKey(category, rate)] : [category]).map((key) => {
      const group = groups.get(key) ?? new Group();
      groups.set(key, group);
      return group;
    });
  };
  for (const { netAmount = Decimal.zero, vatCategory, vatRate } of lines)
    for (const group of groupsFor(vatCategory, vatRate)) {
      group.lines = group.lines.plus(netAmount);
      group.lineCount += 1;
    }
  for (const { amount = Decimal.zero, vatCategory, vatRate } of allowances)
    for (const group of groupsFor(vatCategory, vatRate)) {
      group.allowances = group.allowances.plus(amount);
      group.allowanceCount += 1;
    }
  for (const { amount = Decimal.zero, vatCategory, vatRate } of charges)
    for (const group of groupsFor(vatCategory, vatRate)) {
      group.charges = group.charges.plus(amount);
      group.chargeCount += 1;
    }
  return groups;
};

const rateKey = (category: string, rate: Decimal): string => `${category} ${rate.normalized()}`;

const once = <Value>(work: () => Value): (() => Value) => {
  let value: Value | undefined;
  return () => {
    value ??= work();
    return value;
  };
};

const sumOf = (amounts: readonly (Decimal | undefined)[]): Decimal =>
  Decimal.sum(amounts.filter((amount) => amount !== undefined));
