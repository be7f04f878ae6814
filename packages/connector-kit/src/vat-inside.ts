import { Decimal } from '@parvis/domain/amount/decimal';
import { formatMoney } from '@parvis/domain/display/format';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { PlainBill, PlainVat } from './plain-bill.js';

/** The bill of an entity that cannot deduct VAT, as for most purchases of a local authority: it is part of the expense. */
export const vatInside = (bill: PlainBill): PlainBill => ({
  ...bill,
  lines: [
    ...bill.lines.map((line) => ({ ...line, vatRate: Decimal.zero })),
    ...bill.vat.filter(({ amount }) => !amount.isZero()).map(vatLine),
  ],
  vat: [],
  totals: { net: bill.totals.gross, vat: Decimal.zero, gross: bill.totals.gross },
});

const vatLine = ({ rate, amount }: PlainVat) => ({
  label: `TVA ${rate} % non déductible`,
  quantity: Decimal.of(1),
  unitPrice: amount,
  net: amount.rounded(),
  vatCategory: '',
  vatRate: Decimal.zero,
});

/** Where a VAT base does not agree with its lines, books that add up by themselves would show figures of their own. */
export const vatBaseGaps = ({ lines, vat }: PlainBill): Bilingual[] =>
  vat
    .filter(({ rate }) => !rate.isZero())
    .flatMap(({ rate, category, base }) => {
      const ofLines = Decimal.sum(
        lines
          .filter(({ vatRate, vatCategory }) => vatRate.equals(rate) && vatCategory === category)
          .map(({ net }) => net),
      );
      return ofLines.equals(base)
        ? []
        : [
            say(
              `Base de TVA à ${rate} % : ${formatMoney(base, 'EUR', 'fr')} annoncés, ${formatMoney(ofLines, 'EUR', 'fr')} de lignes.`,
              `VAT base at ${rate} %: ${formatMoney(base, 'EUR', 'en')} stated, ${formatMoney(ofLines, 'EUR', 'en')} of lines.`,
            ),
          ];
    });
