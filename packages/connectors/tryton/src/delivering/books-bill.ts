import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { type PlainBill, type PlainLine, type PlainVat, plainBill } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { TrytonSettings } from '../settings.js';

/** Tryton takes four decimals in a unit price and refuses the fifth. */
const PRICE_DECIMALS = 4;

/** The bill as it belongs in the entity's books: with VAT apart, or inside the expense. */
export const booksBill = ({ invoice }: InvoiceEnvelope, vat: TrytonSettings['vat']): PlainBill => {
  const bill = plainBill(invoice, PRICE_DECIMALS);
  if (vat === 'deductible') return bill;
  return {
    ...bill,
    lines: [...bill.lines.map(withoutVat), ...bill.vat.filter(({ amount }) => !amount.isZero()).map(vatLine)],
    vat: [],
    totals: { net: bill.totals.gross, vat: Decimal.zero, gross: bill.totals.gross },
  };
};

const withoutVat = (line: PlainLine): PlainLine => ({ ...line, vatRate: Decimal.zero });

const vatLine = ({ rate, amount }: PlainVat): PlainLine => ({
  label: `TVA ${rate} % non déductible`,
  quantity: Decimal.of(1),
  unitPrice: amount,
  net: amount.rounded(),
  vatCategory: '',
  vatRate: Decimal.zero,
});

/** Where a base does not agree with its lines Tryton would put figures of its own: such a bill is not for it. */
export const vatGaps = ({ lines, vat }: PlainBill): Bilingual[] =>
  vat
    .filter(({ rate }) => !rate.isZero())
    .flatMap(({ rate, category, base }) => {
      const ofLines = Decimal.sum(
        lines
          .filter((line) => line.vatRate.equals(rate) && line.vatCategory === category)
          .map(({ net }) => net),
      );
      return ofLines.equals(base)
        ? []
        : [
            say(
              `Base de TVA à ${rate} % : ${base} € annoncés, ${ofLines} € de lignes.`,
              `VAT base at ${rate} %: €${base} stated, €${ofLines} of lines.`,
            ),
          ];
    });
