import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { type PlainBill, type PlainLine, type PlainVat, plainBill } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { formatMoney } from '@parvis/domain/display/format';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { TrytonSettings } from '../settings.js';

/** Tryton takes four decimals in a unit price and refuses the fifth. */
const PRICE_DECIMALS = 4;

export interface BooksBill extends PlainBill {
  readonly lines: readonly BooksLine[];
}

export interface BooksLine extends PlainLine {
  /** On the invoice, also where the books carry no VAT: account rules go by it. */
  readonly statedRate: Decimal;
}

/** The bill as it belongs in the entity's books: with VAT apart, or inside the expense. */
export const booksBill = ({ invoice }: InvoiceEnvelope, vat: TrytonSettings['vat']): BooksBill => {
  const bill = plainBill(invoice, PRICE_DECIMALS);
  const lines = bill.lines.map((line) => ({ ...line, statedRate: line.vatRate }));
  if (vat === 'deductible') return { ...bill, lines };
  return {
    ...bill,
    lines: [...lines.map(withoutVat), ...bill.vat.filter(({ amount }) => !amount.isZero()).map(vatLine)],
    vat: [],
    totals: { net: bill.totals.gross, vat: Decimal.zero, gross: bill.totals.gross },
  };
};

const withoutVat = (line: BooksLine): BooksLine => ({ ...line, vatRate: Decimal.zero });

const vatLine = ({ rate, amount }: PlainVat): BooksLine => ({
  label: `TVA ${rate} % non déductible`,
  quantity: Decimal.of(1),
  unitPrice: amount,
  net: amount.rounded(),
  vatCategory: '',
  vatRate: Decimal.zero,
  statedRate: rate,
});

/**
 * Where a base does not agree with its lines Tryton would put figures of its own: such a bill is not for it. `tolerance`:
 * how many euros apart they may stand.
 */
export const vatGaps = ({ lines, vat }: PlainBill, tolerance: Decimal = Decimal.zero): Bilingual[] =>
  vat
    .filter(({ rate }) => !rate.isZero())
    .flatMap(({ rate, category, base }) => {
      const ofLines = Decimal.sum(
        lines
          .filter((line) => line.vatRate.equals(rate) && line.vatCategory === category)
          .map(({ net }) => net),
      );
      return ofLines.minus(base).absolute().compare(tolerance) <= 0
        ? []
        : [
            say(
              `Base de TVA à ${rate} % : ${formatMoney(base, 'EUR', 'fr')} annoncés, ${formatMoney(ofLines, 'EUR', 'fr')} de lignes.`,
              `VAT base at ${rate} %: ${formatMoney(base, 'EUR', 'en')} stated, ${formatMoney(ofLines, 'EUR', 'en')} of lines.`,
            ),
          ];
    });
