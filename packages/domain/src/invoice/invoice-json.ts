import { Decimal } from '../amount/decimal.js';
import type { Invoice } from './invoice.js';

/**
 * The invoice as plain JSON: decimals become text with the decimals as written, so nothing passes through a float and
 * nothing is lost. `invoiceFromJson` gives the same invoice back.
 */
export const invoiceToJson = (invoice: Invoice): unknown => toPlain(invoice);

/** Rebuilds an invoice from what `invoiceToJson` gave. Throws a TypeError where a decimal field holds no decimal. */
export const invoiceFromJson = (json: unknown): Invoice => revive(json, decimals) as Invoice;

/** For each part of the model that holds decimals, which fields do; the compiler keeps the table complete. */
type DecimalFields<Part> = Part extends Decimal
  ? 'decimal'
  : Part extends readonly (infer Item)[]
    ? DecimalFields<Item>
    : Part extends object
      ? UnlessEmpty<{
          readonly [Field in keyof Part as DecimalFields<NonNullable<Part[Field]>> extends never
            ? never
            : Field]-?: DecimalFields<NonNullable<Part[Field]>>;
        }>
      : never;
type UnlessEmpty<Fields> = keyof Fields extends never ? never : Fields;

const lineAllowanceCharge = { amount: 'decimal', baseAmount: 'decimal', percentage: 'decimal' } as const;
const documentAllowanceCharge = { ...lineAllowanceCharge, vatRate: 'decimal' } as const;

const decimals: DecimalFields<Invoice> = {
  allowances: documentAllowanceCharge,
  charges: documentAllowanceCharge,
  totals: {
    lines: 'decimal',
    allowances: 'decimal',
    charges: 'decimal',
    taxExclusive: 'decimal',
    vat: 'decimal',
    vatInVatCurrency: 'decimal',
    taxInclusive: 'decimal',
    paid: 'decimal',
    rounding: 'decimal',
    due: 'decimal',
  },
  vatBreakdown: { taxableAmount: 'decimal', taxAmount: 'decimal', rate: 'decimal' },
  lines: {
    quantity: 'decimal',
    netAmount: 'decimal',
    vatRate: 'decimal',
    allowances: lineAllowanceCharge,
    charges: lineAllowanceCharge,
    price: { net: 'decimal', discount: 'decimal', gross: 'decimal', baseQuantity: 'decimal' },
  },
};

type Shape = 'decimal' | { readonly [field: string]: Shape };

const toPlain = (value: unknown): unknown => {
  if (value instanceof Decimal) return value.toString();
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, content]) => content !== undefined)
      .map(([field, content]) => [field, toPlain(content)]),
  );
};

const revive = (value: unknown, shape: Shape | undefined): unknown => {
  if (shape === undefined || value === undefined) return value;
  if (shape === 'decimal') return Decimal.of(String(value));
  if (Array.isArray(value)) return value.map((item) => revive(item, shape));
  if (typeof value !== 'object' || value === null) throw new TypeError('this JSON holds no invoice');
  return Object.fromEntries(
    Object.entries(value).map(([field, content]) => [field, revive(content, shape[field])]),
  );
};
