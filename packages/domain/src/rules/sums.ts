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
  /** Whether a line, an allowance, a charge, a breakdown or a tax elsewhere is of a category. */
  isUsed(category: string): boolean;
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
export const sumUp = (invoice: Invoice, file: WrittenFile): Sums => new InvoiceSums(invoice, file);

class InvoiceSums implements Sums {
  private known: {
    lines?: Decimal;
    allowances?: Decimal;
    charges?: Decimal;
    vat?: Decimal;
    categories?: Map<string, Category>;
  } = {};

  constructor(
    private readonly invoice: Invoice,
    private readonly file: WrittenFile,
  ) {}

  get lines(): Decimal {
    this.known.lines ??= sumOf(this.invoice.lines, ({ netAmount }) => netAmount);
    return this.known.lines;
  }

  get allowances(): Decimal {
    this.known.allowances ??= sumOf(this.invoice.allowances, ({ amount }) => amount);
    return this.known.allowances;
  }

  get charges(): Decimal {
    this.known.charges ??= sumOf(this.invoice.charges, ({ amount }) => amount);
    return this.known.charges;
  }

  get vat(): Decimal {
    this.known.vat ??= sumOf(this.invoice.vatBreakdown, ({ taxAmount }) => taxAmount);
    return this.known.vat;
  }

  isUsed(category: string): boolean {
    return this.categories.has(category);
  }

  ofCategory(category: string): VatGroup {
    return this.categories.get(category)?.all ?? nothing;
  }

  ofRate(category: string, rate: Decimal): VatGroup {
    return this.categories.get(category)?.knownOfRate(rate) ?? nothing;
  }

  private get categories(): Map<string, Category> {
    this.known.categories ??= categoriesOf(this.invoice, this.file);
    return this.known.categories;
  }
}

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

/** What is taxed in a category, as a whole and by the value of the rate. */
class Category {
  readonly all = new Group();
  private readonly byRate = new Map<string, Group>();
  /** One rate follows another like it in most invoices. */
  private last: { readonly rate: Decimal; readonly group: Group } | undefined;

  knownOfRate(rate: Decimal): Group | undefined {
    return this.last && isWrittenAlike(this.last.rate, rate)
      ? this.last.group
      : this.byRate.get(rate.normalized().toString());
  }

  ofRate(rate: Decimal): Group {
    const group = this.knownOfRate(rate) ?? this.added(rate);
    if (this.last?.group !== group) this.last = { rate, group };
    return group;
  }

  private added(rate: Decimal): Group {
    const group = new Group();
    this.byRate.set(rate.normalized().toString(), group);
    return group;
  }
}

const isWrittenAlike = (left: Decimal, right: Decimal): boolean =>
  left === right || (left.scale === right.scale && left.equals(right));

const categoriesOf = (
  { lines, allowances, charges, vatBreakdown }: Invoice,
  file: WrittenFile,
): Map<string, Category> => {
  const categories = new Map<string, Category>();
  const named = (name: string): Category => {
    const known = categories.get(name);
    if (known) return known;
    const category = new Category();
    categories.set(name, category);
    return category;
  };
  const mayDiffer = file.hasOtherTaxes;
  const walk = <Item extends Taxed>(
    items: readonly Item[],
    name: string,
    add: (group: Group, item: Item, isVat: boolean) => void,
  ): void => {
    let index = 0;
    for (const item of items) {
      const isVat = !mayDiffer || file.isVat(`${name}[${index}]`);
      index += 1;
      const { vatCategory, vatRate } = item;
      if (vatCategory === undefined) continue;
      const category = named(vatCategory);
      add(category.all, item, isVat);
      if (vatRate) add(category.ofRate(vatRate), item, isVat);
    }
  };
  walk(lines, 'lines', (group, { netAmount }, isVat) => group.addLine(netAmount, isVat));
  walk(allowances, 'allowances', (group, { amount }, isVat) => group.addAllowance(amount, isVat));
  walk(charges, 'charges', (group, { amount }, isVat) => group.addCharge(amount, isVat));
  for (const { category } of vatBreakdown) if (category !== undefined) named(category);
  for (const { category } of file.taxesElsewhere) if (category !== undefined) named(category);
  return categories;
};

const sumOf = <Item>(items: readonly Item[], amountIn: (item: Item) => Decimal | undefined): Decimal => {
  let sum = Decimal.zero;
  for (const item of items) {
    const amount = amountIn(item);
    if (amount) sum = sum.plus(amount);
  }
  return sum;
};
