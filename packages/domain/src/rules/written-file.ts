import { Decimal } from '../amount/decimal.js';
import type { Invoice } from '../invoice/invoice.js';
import { type Evidence, noEvidence, type Stray } from './evidence.js';
import type { Place } from './place.js';
import { bare } from './white-space.js';

/** A total of VAT (BT-110, BT-111) as rules see it. */
export interface VatTotal {
  readonly amount: Decimal | undefined;
  readonly isMinusZero: boolean;
  readonly currency: string | undefined;
  /** The breakdowns that stand in it (UBL): from one place of BG-23 up to another. */
  readonly from: number;
  readonly to: number;
}

/** A tax category outside the places of the model. */
export interface TaxElsewhere {
  readonly category: string | undefined;
  readonly rate: Decimal | undefined;
  readonly isVat: boolean;
  /** Of what kind of thing; `unclear` of an allowance or a charge that does not say which of the two it is. */
  readonly of: 'allowance' | 'charge' | 'unclear' | 'line' | 'breakdown' | 'elsewhere';
  readonly path: string;
  readonly location: string;
}

/**
 * The invoice as it is written in its file, for the rules that look at texts and elements and not at values. Of an
 * invoice that comes from no file, what a file would hold that was written from the model.
 */
export class WrittenFile {
  private readonly evidence: Evidence;
  /** Most files write nothing otherwise than the model: then no path is looked up, line by line and rule by rule. */
  private readonly hasWritten: boolean;
  private readonly hasHollow: boolean;
  private readonly hasRepeated: boolean;
  readonly hasOtherTaxes: boolean;
  private shapesWritten: ReadonlySet<string> | undefined;
  private byName: Map<string, Place<Stray>[]> | undefined;
  private knownTotals: readonly VatTotal[] | undefined;
  private knownTaxes: readonly TaxElsewhere[] | undefined;

  constructor(
    private readonly invoice: Invoice,
    private readonly given: Evidence | undefined,
  ) {
    this.evidence = given ?? noEvidence;
    this.hasWritten = hasAny(this.evidence.written);
    this.hasHollow = hasAny(this.evidence.hollow);
    this.hasRepeated = hasAny(this.evidence.repeated);
    this.hasOtherTaxes = hasAny(this.evidence.otherTaxes);
  }

  /** Whether the invoice comes from no file. */
  get isNone(): boolean {
    return this.given === undefined;
  }

  /** The text of a term, white space included; the model's value where nothing else is known. */
  text(path: string, value: string | undefined): string | undefined {
    return (this.hasWritten ? this.evidence.written[path] : undefined) ?? value;
  }

  /** Whether some value of a shape is written otherwise than the model holds it: `lines[].netAmount`. */
  isWrittenOtherwise(shape: string): boolean {
    if (!this.hasWritten) return false;
    this.shapesWritten ??= new Set(
      Object.keys(this.evidence.written).map((path) => path.replaceAll(/\[\d+\]/g, '[]')),
    );
    return this.shapesWritten.has(shape);
  }

  /** Whether the element of a term is there, whatever stands in it. */
  has(path: string, value: unknown): boolean {
    return value !== undefined || this.text(path, undefined) !== undefined || this.isHollow(path);
  }

  /** The element of a term is there, and not what its value stands in. */
  isHollow(path: string): boolean {
    return this.hasHollow && this.evidence.hollow[path] === true;
  }

  /** Characters after the first point, white space included, of a number that cannot be read as well. */
  decimals(path: string, amount: Decimal | undefined): number {
    const written = this.text(path, undefined);
    if (written === undefined) return amount?.scale ?? 0;
    const point = written.indexOf('.');
    return point < 0 ? 0 : written.length - point - 1;
  }

  /** The artefacts compare some amounts as doubles, where minus zero is another number than zero. */
  isMinusZero(path: string, amount: Decimal | undefined): boolean {
    if (!this.hasWritten || !amount?.isZero()) return false;
    return this.evidence.written[path]?.trim().startsWith('-') ?? false;
  }

  /** `totals` and `seller`: rules of the artefacts hang on the element. */
  hasGroup(group: 'totals' | 'seller'): boolean {
    return this.evidence.groups[group] !== 0;
  }

  /** Further texts of a term that the model holds once. */
  repeated(path: string): readonly string[] {
    return (this.hasRepeated ? this.evidence.repeated[path] : undefined) ?? unrepeated;
  }

  /** Whether the tax category of an entry is one of VAT. */
  isVat(path: string): boolean {
    return !this.hasOtherTaxes || this.evidence.otherTaxes[path] === undefined;
  }

  /** The same, white space around the scheme left out. */
  isVatTrimmed(path: string): boolean {
    const scheme = this.evidence.otherTaxes[path];
    return scheme === undefined || bare(scheme).toUpperCase() === 'VAT';
  }

  get hasStrays(): boolean {
    return this.evidence.strays.length > 0;
  }

  /** Elements of a name that the model does not take, wherever they stand. */
  strays(name: string): readonly Place<Stray>[] {
    if (!this.hasStrays) return none;
    this.byName ??= indexed(this.evidence.strays);
    return this.byName.get(name) ?? none;
  }

  get vatTotals(): readonly VatTotal[] {
    this.knownTotals ??= this.given ? totalsOf(this.given) : totalsOfModel(this.invoice);
    return this.knownTotals;
  }

  get taxesElsewhere(): readonly TaxElsewhere[] {
    if (!this.hasStrays) return noTaxes;
    this.knownTaxes ??= taxNames.flatMap((name) => this.strays(name).map(taxOf));
    return this.knownTaxes;
  }
}

const hasAny = (record: Readonly<Record<string, unknown>>): boolean => {
  for (const _ in record) return true;
  return false;
};

const unrepeated: readonly string[] = [];
const none: readonly Place<Stray>[] = [];
const noTaxes: readonly TaxElsewhere[] = [];
const taxNames = [
  'cac:TaxCategory',
  'cac:ClassifiedTaxCategory',
  'ram:ApplicableTradeTax',
  'ram:CategoryTradeTax',
];

const indexed = (strays: readonly Stray[]): Map<string, Place<Stray>[]> => {
  const byName = new Map<string, Place<Stray>[]>();
  const add = (item: Stray, path: string, location: string): void => {
    const known = byName.get(item.element);
    if (known) known.push({ item, path, location });
    else byName.set(item.element, [{ item, path, location }]);
    const inside = withinOf(item);
    for (const child of item.children) add({ ...child, ...inside }, path, location);
  };
  for (const stray of strays) add(stray, stray.path ?? '', stray.location ?? '');
  return byName;
};

/** What is inside an allowance or a charge belongs to the one or the other. */
const withinOf = (stray: Stray): Pick<Stray, 'isCharge'> => {
  if (!stray.element.endsWith('AllowanceCharge')) return {};
  const indicator =
    textIn(stray, 'cbc:ChargeIndicator') ?? textIn(stray, 'ram:ChargeIndicator', 'udt:Indicator');
  return indicator === undefined ? {} : { isCharge: ['true', '1'].includes(bare(indicator)) };
};

const totalsOf = ({ vatTotals }: Evidence): VatTotal[] => {
  let from = 0;
  return vatTotals.map(({ amount, currency, breakdowns }) => {
    const parsed = amount === undefined ? undefined : Decimal.parse(amount);
    const isMinusZero = parsed?.isZero() === true && amount?.trim().startsWith('-') === true;
    const total = { amount: parsed, isMinusZero, currency, from, to: from + breakdowns };
    from = total.to;
    return total;
  });
};

const totalsOfModel = ({ totals, currency, vatCurrency, vatBreakdown }: Invoice): VatTotal[] => {
  const usual = { isMinusZero: false, from: 0, to: 0 };
  const first = { ...usual, amount: totals.vat, currency, to: vatBreakdown.length };
  const second = { ...usual, amount: totals.vatInVatCurrency, currency: vatCurrency };
  return [first, second].filter(({ amount }) => amount !== undefined);
};

const taxOf = ({ item, path, location = '' }: Place<Stray>): TaxElsewhere => {
  const isUbl = item.element.startsWith('cac:');
  const scheme = isUbl ? bareIn(item, 'cac:TaxScheme', 'cbc:ID') : textIn(item, 'ram:TypeCode');
  const rate = textIn(item, isUbl ? 'cbc:Percent' : 'ram:RateApplicablePercent');
  const category = isUbl ? bareIn(item, 'cbc:ID') : textIn(item, 'ram:CategoryCode');
  return {
    category,
    rate: rate === undefined ? undefined : Decimal.parse(rate),
    isVat: scheme?.toUpperCase() === 'VAT',
    of: kindOf(item),
    path,
    location,
  };
};

const kindOf = ({ element, parent, isCharge }: Stray): TaxElsewhere['of'] => {
  if (element === 'cac:ClassifiedTaxCategory') return 'line';
  if (parent === 'cac:TaxSubtotal') return 'breakdown';
  if (element === 'ram:ApplicableTradeTax')
    return parent === 'ram:SpecifiedLineTradeSettlement' ? 'line' : 'breakdown';
  if (!parent.endsWith('AllowanceCharge')) return 'elsewhere';
  if (isCharge === undefined) return 'unclear';
  return isCharge ? 'charge' : 'allowance';
};

/** The first element down a way of names. */
export const childIn = (stray: Stray, ...names: readonly string[]): Stray | undefined => {
  let current: Stray | undefined = stray;
  for (const name of names) current = current?.children.find(({ element }) => element === name);
  return current;
};

export const textIn = (stray: Stray, ...names: readonly string[]): string | undefined =>
  childIn(stray, ...names)?.text;

/** The same without white space around it. */
export const bareIn = (stray: Stray, ...names: readonly string[]): string | undefined => {
  const text = textIn(stray, ...names);
  return text === undefined ? undefined : bare(text);
};

export const amountIn = (stray: Stray, ...names: readonly string[]): Decimal | undefined => {
  const text = textIn(stray, ...names);
  return text === undefined ? undefined : Decimal.parse(text);
};
