import { Decimal } from '../amount/decimal.js';
import type { Invoice } from '../invoice/invoice.js';
import type { WrittenFile } from './written-file.js';

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
  /** Of all lines, allowances and charges of a tax category, whatever their rate. */
  ofCategory(category: string): VatGroup;
  /** Of those whose rate has the same value; 20 and 20.00 are one rate. */
  ofRate(category: string, rate: Decimal): VatGroup;
}

/** By the letter of the category, as the artefacts add up, even where the scheme of the tax is not VAT. */
export interface VatGroup {
  /** Σ BT-131, Σ BT-92 and Σ BT-99 of the group. */
  readonly lines: Decimal;
  readonly allowances: Decimal;
  readonly charges: Decimal;
  readonly lineCount: number;
  readonly allowanceCount: number;
  readonly chargeCount: number;
  /** Those among them that are of VAT by their scheme. */
  readonly vatLineCount: number;
  readonly vatAllowanceCount: number;
  readonly vatChargeCount: number;
}

/** Adds the invoice up, once, when the first rule asks. */
export const sumUp = (invoice: Invoice, file: WrittenFile): Sums => {
  let known: Map<string, Group> | undefined;
  const groups = (): Map<string, Group> => {
    known ??= groupsOf(invoice, file);
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
    ofCategory: (category) => groups().get(category) ?? nothing,
    ofRate: (category, rate) => groups().get(rateKey(category, rate)) ?? nothing,
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
  vatLineCount = 0;
  vatAllowanceCount = 0;
  vatChargeCount = 0;

  addLine(amount: Decimal | undefined, isVat: boolean): void {
    if (amount) this.lines = this.lines.plus(amount);
    this.lineCount += 1;
    if (isVat) this.vatLineCount += 1;
  }

  addAllowance(amount: Decimal | undefined, isVat: boolean): void {
    if (amount) this.allowances = this.allowances.plus(amount);
    this.allowanceCount += 1;
    if (isVat) this.vatAllowanceCount += 1;
  }

  addCharge(amount: Decimal | undefined, isVat: boolean): void {
    if (amount) this.charges = this.charges.plus(amount);
    this.chargeCount += 1;
    if (isVat) this.vatChargeCount += 1;
  }
}

/** Most categories are used nowhere. */
const nothing: VatGroup = new Group();

interface Taxed {
  readonly vatCategory?: string;
  readonly vatRate?: Decimal;
}

const groupsOf = ({ lines, allowances, charges }: Invoice, file: WrittenFile): Map<string, Group> => {
  const groups = new Map<string, Group>();
  const groupOf = (key: string): Group => {
    const known = groups.get(key);
    if (known) return known;
    const group = new Group();
    groups.set(key, group);
    return group;
  };
  const mayDiffer = file.hasOtherTaxes;
  const walk = <Item extends Taxed>(
    items: readonly Item[],
    name: string,
    add: (group: Group, item: Item, isVat: boolean) => void,
  ): void => {
    for (const [index, item] of items.entries()) {
      const { vatCategory, vatRate } = item;
      if (vatCategory === undefined) continue;
      const isVat = !mayDiffer || file.isVat(`${name}[${index}]`);
      add(groupOf(vatCategory), item, isVat);
      if (vatRate) add(groupOf(rateKey(vatCategory, vatRate)), item, isVat);
    }
  };
  walk(lines, 'lines', (group, { netAmount }, isVat) => group.addLine(netAmount, isVat));
  walk(allowances, 'allowances', (group, { amount }, isVat) => group.addAllowance(amount, isVat));
  walk(charges, 'charges', (group, { amount }, isVat) => group.addCharge(amount, isVat));
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
