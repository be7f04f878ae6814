import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { type PlainBill, type PlainLine, plainBill } from '@parvis/connector-kit/plain-bill';
import { vatInside } from '@parvis/connector-kit/vat-inside';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { OdooSettings } from '../settings.js';

/** As Odoo comes, unit prices and quantities hold two decimals: what is finer is cut there without a word. */
const DECIMALS = 2;

/** The bill as it belongs in the entity's books: with VAT apart, or inside the expense. */
export const booksBill = ({ invoice }: InvoiceEnvelope, vat: OdooSettings['vat']): PlainBill => {
  const bill = plainBill(invoice, DECIMALS);
  const rounded = { ...bill, lines: bill.lines.map(whole) };
  return vat === 'deductible' ? rounded : vatInside(rounded);
};

const whole = (line: PlainLine): PlainLine =>
  line.quantity.rounded(DECIMALS).equals(line.quantity)
    ? line
    : {
        ...line,
        label: `${line.label} (${line.quantity} × ${line.unitPrice})`,
        quantity: Decimal.of(1),
        unitPrice: line.net,
      };
