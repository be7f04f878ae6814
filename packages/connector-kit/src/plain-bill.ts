import { Decimal } from '@parvis/domain/amount/decimal';
import { formatMoney } from '@parvis/domain/display/format';
import { type Bilingual, type Language, say } from '@parvis/domain/display/language';
import type { DocumentAllowanceCharge, Invoice, InvoiceLine } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';

/** An invoice as an accounting system can take it: quantity × price = net amount, to the cent, on every line. */
export interface PlainBill {
  readonly isCreditNote: boolean;
  readonly lines: readonly PlainLine[];
  readonly vat: readonly PlainVat[];
  readonly totals: PlainTotals;
}

/** Positive on an ordinary invoice and on a credit note alike; allowances are below zero. */
export interface PlainLine {
  readonly label: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly net: Decimal;
  readonly vatCategory: string;
  /** 20 means 20 %. */
  readonly vatRate: Decimal;
}

export interface PlainVat {
  readonly category: string;
  readonly rate: Decimal;
  readonly base: Decimal;
  readonly amount: Decimal;
}

export interface PlainTotals {
  /** BT-109 */
  readonly net: Decimal;
  /** BT-110 */
  readonly vat: Decimal;
  /** BT-112 */
  readonly gross: Decimal;
}

/** `priceDecimals`: how fine a unit price the system takes; a finer one becomes one piece at the net amount. */
export const plainBill = (invoice: Invoice, priceDecimals: number): PlainBill => ({
  isCreditNote: isCreditNote(invoice.typeCode),
  lines: [
    ...invoice.lines.map((line) => plainLine(line, priceDecimals)),
    ...invoice.allowances.map((allowance) => documentLine('Remise', allowance, -1)),
    ...invoice.charges.map((charge) => documentLine('Frais', charge, 1)),
  ],
  vat: invoice.vatBreakdown.map(({ category, rate, taxableAmount, taxAmount }) => ({
    category: category ?? '',
    rate: rate ?? Decimal.zero,
    base: taxableAmount ?? Decimal.zero,
    amount: taxAmount ?? Decimal.zero,
  })),
  totals: {
    net: invoice.totals.taxExclusive ?? Decimal.zero,
    vat: invoice.totals.vat ?? Decimal.zero,
    gross: invoice.totals.taxInclusive ?? Decimal.zero,
  },
});

const plainLine = (line: InvoiceLine, priceDecimals: number): PlainLine => {
  const net = (line.netAmount ?? Decimal.zero).rounded();
  const vat = { vatCategory: line.vatCategory ?? '', vatRate: line.vatRate ?? Decimal.zero };
  const label = labelOf(line);
  const { quantity } = line;
  const unitPrice = line.price.net;
  const isPlain =
    quantity !== undefined &&
    unitPrice !== undefined &&
    hasDecimals(unitPrice, priceDecimals) &&
    isExactAsNumber(quantity) &&
    quantity.times(unitPrice).rounded().equals(net);
  if (isPlain) return { label, quantity, unitPrice, net, ...vat };
  const detail = quantity && unitPrice ? ` (${quantity} × ${unitPrice}${perOf(line)})` : '';
  return { label: `${label}${detail}`, quantity: Decimal.of(1), unitPrice: net, net, ...vat };
};

const documentLine = (
  word: string,
  { amount = Decimal.zero, reason, vatCategory = '', vatRate = Decimal.zero }: DocumentAllowanceCharge,
  sign: 1 | -1,
): PlainLine => {
  const net = (sign === 1 ? amount : amount.negated()).rounded();
  const label = reason ? `${word} : ${reason}` : word;
  return { label, quantity: Decimal.of(1), unitPrice: net, net, vatCategory, vatRate };
};

const labelOf = ({ item, note, id }: InvoiceLine): string =>
  item.name ?? item.description ?? note ?? `Ligne ${id ?? ''}`;

const perOf = ({ price }: InvoiceLine): string => (price.baseQuantity ? ` pour ${price.baseQuantity}` : '');

/** Whether the value needs no more decimals than these: 4.12500 needs three. */
const hasDecimals = (value: Decimal, decimals: number): boolean => value.rounded(decimals).equals(value);

/** Quantities travel as plain numbers to some systems: beyond 15 digits a double is no longer exact. */
const isExactAsNumber = (value: Decimal): boolean => value.toString().replaceAll(/\D/g, '').length <= 15;

/**
 * What differs between the invoice's totals and those the books show, in words; both with their sign. `tolerance`: how
 * many euros apart they may stand.
 */
export const differencesFrom = (
  sent: PlainTotals,
  shown: PlainTotals,
  tolerance: Decimal = Decimal.zero,
): Bilingual[] =>
  (
    [
      [say('Total hors taxe', 'Total without VAT'), sent.net, shown.net],
      [say('TVA', 'VAT'), sent.vat, shown.vat],
      [say('Total TTC', 'Total with VAT'), sent.gross, shown.gross],
    ] as const
  )
    .filter(([, ours, theirs]) => ours.minus(theirs).absolute().compare(tolerance) > 0)
    .map(([name, ours, theirs]) =>
      say(
        `${name.fr} : ${euros(ours, 'fr')} sur la facture, ${euros(theirs, 'fr')} dans les livres.`,
        `${name.en}: ${euros(ours, 'en')} on the invoice, ${euros(theirs, 'en')} in the books.`,
      ),
    );

const euros = (amount: Decimal, language: Language): string => formatMoney(amount, 'EUR', language);

/** The totals as the books count them: a credit note below zero. */
export const signedTotals = ({ isCreditNote, totals }: PlainBill): PlainTotals =>
  isCreditNote
    ? { net: totals.net.negated(), vat: totals.vat.negated(), gross: totals.gross.negated() }
    : totals;
