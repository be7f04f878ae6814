import type { PlainBill } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';
import type { OdooClient } from '../protocol/odoo-client.js';
import { amountValue, linkValue } from '../protocol/values.js';
import type { TaxFor } from './taxes.js';

const taxLine = z.object({ id: z.int(), tax_line_id: linkValue, amount_currency: amountValue });

/**
 * Odoo works VAT out by itself, line by line as it comes: the supplier's own sum may stand some cents away, and what is
 * owed is the supplier's. Writes it on the tax lines of a draft, as a person does with the pencil beside the total; only
 * as far as rounding can explain.
 */
export const settleTaxes = async (
  client: OdooClient,
  billId: number,
  bill: PlainBill,
  taxFor: TaxFor,
): Promise<void> => {
  const stated = statedByTax(bill, taxFor);
  if (stated.size === 0) return;
  const lines = await client.search(
    {
      model: 'account.move.line',
      domain: [
        ['move_id', '=', billId],
        ['display_type', '=', 'tax'],
      ],
      fields: ['tax_line_id', 'amount_currency'],
      order: 'id',
    },
    taxLine,
  );
  const commands = [...stated].flatMap(([tax, { amount, lines: count }]) => {
    const ofTax = lines.filter(({ tax_line_id }) => tax_line_id === tax);
    const [line] = ofTax;
    // A tax that is shared out over several lines is left as it is: the comparison of totals will tell.
    if (!line || ofTax.length > 1) return [];
    const difference = amount.minus(line.amount_currency).absolute();
    return difference.isZero() || difference.compare(mostRounding(count)) > 0
      ? []
      : [[1, line.id, { amount_currency: Number(amount.toString()) }]];
  });
  if (commands.length === 0) return;
  const args = { vals: { line_ids: commands } };
  await client.call({ model: 'account.move', method: 'write', ids: [billId], args }, z.unknown());
};

/** Half a cent a line, and one cent for the sum. */
const mostRounding = (lines: number): Decimal =>
  Decimal.of('0.005').times(Decimal.of(lines)).plus(Decimal.of('0.01'));

interface Stated {
  readonly amount: Decimal;
  readonly lines: number;
}

/** The supplier's VAT for each tax there, as its line counts it: a credit note below zero. */
const statedByTax = (bill: PlainBill, taxFor: TaxFor): ReadonlyMap<number, Stated> => {
  const taxed = bill.vat.flatMap((vat) => {
    const tax = taxFor(vat.rate);
    return tax && !vat.rate.isZero() ? [{ tax: tax.id, ...vat }] : [];
  });
  return new Map(
    [...Map.groupBy(taxed, ({ tax }) => tax)].map(([tax, group]) => {
      const sum = Decimal.sum(group.map(({ amount }) => amount));
      const lines = bill.lines.filter(({ vatRate }) => group.some(({ rate }) => rate.equals(vatRate))).length;
      return [tax, { amount: bill.isCreditNote ? sum.negated() : sum, lines }];
    }),
  );
};
