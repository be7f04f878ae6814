import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { aLine, anInvoice, anInvoiceOf } from '../testing/invoice-builder.js';
import type { Invoice } from './invoice.js';
import { invoiceFromJson, invoiceToJson } from './invoice-json.js';

const there = (invoice: Invoice): unknown => JSON.parse(JSON.stringify(invoiceToJson(invoice)));

describe('an invoice as JSON', () => {
  it('comes back equal, decimals included', () => {
    const invoice = anInvoice();
    expect(invoiceFromJson(there(invoice))).toEqual(invoice);
  });

  it('keeps the decimals as written', () => {
    const invoice = anInvoiceOf([aLine({ price: { net: Decimal.of('10.0000') } })]);
    expect(invoiceFromJson(there(invoice)).lines[0]?.price.net?.toString()).toBe('10.0000');
  });

  it('revives every decimal of allowances, charges, price and VAT', () => {
    const amount = Decimal.of('-0.125');
    const charge = { amount, baseAmount: amount, percentage: amount };
    const invoice = anInvoice({
      allowances: [{ ...charge, vatRate: amount }],
      charges: [{ ...charge, vatRate: amount }],
      vatBreakdown: [{ taxableAmount: amount, taxAmount: amount, rate: amount }],
      lines: [
        aLine({
          allowances: [charge],
          charges: [charge],
          price: { net: amount, discount: amount, gross: amount, baseQuantity: amount },
        }),
      ],
    });
    expect(invoiceFromJson(there(invoice))).toEqual(invoice);
  });

  it('holds no float: an amount beyond the doubles survives', () => {
    const invoice = anInvoice({ totals: { due: Decimal.of('12345678901234567890.12') } });
    expect(invoiceFromJson(there(invoice)).totals.due?.toString()).toBe('12345678901234567890.12');
  });

  it('refuses JSON whose amount is not a decimal', () => {
    expect(() => invoiceFromJson({ totals: { due: '12,50' } })).toThrow(TypeError);
  });
});
