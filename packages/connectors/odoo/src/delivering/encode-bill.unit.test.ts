import { recordedEnvelope, recordedKey } from '@parvis/connector-kit/testing/recorded-delivery';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { aCreditNote, aLine, anInvoice, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import type { References } from '../reference-data.js';
import { standInSettings } from '../testing/odoo-harness.js';
import { encodeBill } from './encode-bill.js';
import { billId, keyOf, lineId } from './external-ids.js';

const references: References = {
  company: { id: 1, name: 'Commune de Valmont' },
  euro: 2,
  france: 3,
  journal: { id: 4, name: 'ACH Achats' },
  accounts: new Map([
    ['606250', { id: 50, name: 'Fournitures' }],
    ['606300', { id: 60, name: 'Restauration' }],
  ]),
  taxes: [
    { id: 20, name: '20% G', rate: Decimal.of('20') },
    { id: 21, name: '20% S', rate: Decimal.of('20') },
    { id: 5, name: '5.5% G', rate: Decimal.of('5.5') },
  ],
  siretField: 'siret',
  paidSubtype: undefined,
};

const settings = standInSettings('https://odoo.example');

const encode = (invoice: Invoice, change: Partial<typeof settings> = {}) => {
  const envelope = { ...recordedEnvelope, invoice };
  const { columns, rows } = encodeBill(envelope, recordedKey, {
    references,
    settings: { ...settings, ...change },
    supplier: 9,
  });
  return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));
};

describe('encodeBill', () => {
  it('puts the bill on the first row only, and a line with an identifier of its own on each', () => {
    const rows = encode(recordedEnvelope.invoice);
    expect(rows.map(({ id }) => id)).toEqual([billId(recordedKey), '']);
    expect(rows.map((row) => row['invoice_line_ids/id'])).toEqual([
      lineId(recordedKey, 0),
      lineId(recordedKey, 1),
    ]);
    expect(rows[0]).toMatchObject({
      move_type: 'in_invoice',
      ref: 'F-2026-1807',
      invoice_origin: recordedKey,
      'partner_id/.id': '9',
      'invoice_line_ids/account_id/.id': '60',
      'invoice_line_ids/tax_ids/.id': '20',
    });
  });

  it('sends one piece at the net amount where a price has more than two decimals', () => {
    const rows = encode(recordedEnvelope.invoice);
    expect(rows.map((row) => [row['invoice_line_ids/quantity'], row['invoice_line_ids/price_unit']])).toEqual(
      [
        ['1', '165.00'],
        ['1', '3.70'],
      ],
    );
  });

  it('sends one piece where a quantity has more than two decimals', () => {
    const line = aLine({
      quantity: Decimal.of('0.125'),
      price: { net: Decimal.of('80') },
      netAmount: Decimal.of('10.00'),
    });
    expect(encode(anInvoiceOf([line]))).toMatchObject([
      { 'invoice_line_ids/quantity': '1', 'invoice_line_ids/price_unit': '10.00' },
    ]);
  });

  it('makes a credit note a refund, with amounts above zero', () => {
    expect(encode(aCreditNote())).toMatchObject([
      { move_type: 'in_refund', 'invoice_line_ids/price_unit': '10.00' },
    ]);
  });

  it('takes the tax a rule names', () => {
    const rows = encode(anInvoice(), { taxes: [{ rate: '20', name: '20% S' }] });
    expect(rows).toMatchObject([{ 'invoice_line_ids/tax_ids/.id': '21' }]);
  });

  it('keeps VAT inside the expense where the entity cannot deduct it', () => {
    const rows = encode(anInvoice(), { vat: 'inclusive' });
    expect(rows.map((row) => row['invoice_line_ids/price_unit'])).toEqual(['10.00', '20.00']);
    expect(rows.map((row) => row['invoice_line_ids/tax_ids/.id'])).toEqual(['', '']);
  });

  it.each([
    ['a rate that Odoo does not have', anInvoiceOf([aLine({ vatRate: Decimal.of('8.5') })])],
    ['another currency', anInvoice({ currency: 'CHF' })],
  ])('stops at %s', (_name, invoice) => {
    expect(() => encode(invoice)).toThrow(expect.objectContaining({ code: 'reference-data-missing' }));
  });
});

describe('external identifiers', () => {
  it('lead back to the key', () => {
    expect(keyOf(billId(recordedKey))).toBe(recordedKey);
  });

  it.each([lineId(recordedKey, 0), 'parvis.supplier-00000012500013', '__export__.account_move_15', ''])(
    'of something else lead nowhere: %j',
    (name) => {
      expect(keyOf(name)).toBeUndefined();
    },
  );
});
