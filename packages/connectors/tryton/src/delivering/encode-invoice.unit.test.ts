import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { recordedEnvelope, recordedKey } from '@parvis/connector-kit/testing/recorded-delivery';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { aCreditNote, aLine, anInvoice, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PurchaseTax, References } from '../reference-data.js';
import type { TrytonSettings } from '../settings.js';
import { recordedSettings } from '../testing/recorded-settings.js';
import { encodeInvoice } from './encode-invoice.js';

const tax = (id: number, rate: string, name = `TVA ${rate}`): PurchaseTax => ({
  id,
  name,
  rate: Decimal.of(rate),
  account: 1013,
  creditNoteAccount: 1014,
});

const references: References = {
  company: 1,
  euro: 2,
  france: 3,
  journal: { id: 4, name: 'Fournisseur' },
  payableAccount: 40110,
  paymentTerm: undefined,
  accounts: new Map([
    ['40110', { id: 40110, name: 'Compte 40110' }],
    ['60625', { id: 60625, name: 'Compte 60625' }],
    ['60630', { id: 60630, name: 'Compte 60630' }],
  ]),
  taxes: [tax(21, '5.5'), tax(114, '20'), tax(115, '20', 'TVA immobilisations 20 %')],
};

const decimal = z.object({ decimal: z.string() }).transform((value) => value.decimal);
const encoded = z.object({
  description: z.string(),
  lines: z.tuple([
    z.tuple([
      z.literal('create'),
      z.array(
        z.object({
          quantity: z.number(),
          unit_price: decimal,
          account: z.number(),
          taxes: z.array(z.unknown()),
        }),
      ),
    ]),
  ]),
  taxes: z.tuple([
    z.tuple([
      z.literal('create'),
      z.array(z.object({ tax: z.number(), account: z.number(), base: decimal, amount: decimal })),
    ]),
  ]),
});

const encode = (
  invoice: Invoice,
  settings: Partial<TrytonSettings> = {},
  envelope: Partial<InvoiceEnvelope> = {},
) => {
  const values = encodeInvoice({ ...recordedEnvelope, invoice, ...envelope }, recordedKey, {
    references,
    settings: { ...recordedSettings, ...settings },
    supplier: { party: 7, address: 8 },
  });
  const { lines, taxes, description } = encoded.parse(values);
  return { description, lines: lines[0][1], taxes: taxes[0][1] };
};

describe('encodeInvoice', () => {
  it('puts our key where it can be searched, before what the accountant reads', () => {
    expect(encode(anInvoice()).description).toBe(`[${recordedKey}] Engagement EJ-2026-0815`);
  });

  it('sends the VAT of the invoice, not one worked out again', () => {
    const oneCentLess = anInvoice({
      vatBreakdown: [
        {
          taxableAmount: Decimal.of('100.00'),
          taxAmount: Decimal.of('19.99'),
          category: 'S',
          rate: Decimal.of('20'),
        },
      ],
    });
    expect(encode(oneCentLess).taxes).toEqual([{ tax: 114, account: 1013, base: '100.00', amount: '19.99' }]);
  });

  it('turns a credit note round: quantities and taxes below zero', () => {
    const { lines, taxes } = encode(aCreditNote());
    expect(lines).toMatchObject([{ quantity: -10, unit_price: '10.00' }]);
    expect(taxes).toEqual([{ tax: 114, account: 1014, base: '-100.00', amount: '-20.00' }]);
  });

  it('puts no tax on what bears none', () => {
    const { lines, taxes } = encode(anInvoiceOf([aLine({ vatCategory: 'E', vatRate: Decimal.of('0') })]));
    expect(lines[0]?.taxes).toEqual([]);
    expect(taxes).toEqual([]);
  });

  it('books VAT inside the expense where the entity cannot deduct it', () => {
    const { lines, taxes } = encode(anInvoice(), { vat: 'inclusive' });
    expect(lines.map(({ unit_price }) => unit_price)).toEqual(['10.00', '20.00']);
    expect(taxes).toEqual([]);
  });

  it('takes the account of the service, and the ordinary one for other services', () => {
    expect(encode(anInvoice()).lines[0]?.account).toBe(60630);
    expect(encode(anInvoice(), {}, { serviceCode: 'PHARMACIE' }).lines[0]?.account).toBe(60625);
  });

  it('takes the account of the first rule that fits a line, also where VAT is part of the expense', () => {
    const accounts = [
      { product: 'cafe', account: '60630' },
      { vatRate: '20', account: '40110' },
    ];
    const invoice = anInvoiceOf([
      aLine({ item: { ...aLine().item, name: 'Café moulu' } }),
      aLine({ id: '2', item: { ...aLine().item, name: 'Ramettes' } }),
    ]);
    const accountsOf = (settings: Partial<TrytonSettings>) =>
      encode(invoice, settings).lines.map(({ account }) => account);
    expect(accountsOf({ accounts })).toEqual([60630, 40110]);
    expect(accountsOf({ accounts, vat: 'inclusive' })).toEqual([60630, 40110, 40110]);
  });

  it('takes the tax that the settings name', () => {
    const settings = { taxes: [{ rate: '20.0', name: 'TVA immobilisations 20 %' }] };
    expect(encode(anInvoice(), settings).taxes[0]?.tax).toBe(115);
  });

  it('stops at a rate that Tryton has no tax for', () => {
    const invoice = anInvoiceOf([aLine({ vatRate: Decimal.of('8.5') })]);
    expect(() => encode(invoice)).toThrow(expect.objectContaining({ code: 'reference-data-missing' }));
  });

  it('stops at another currency', () => {
    const invoice = anInvoice({ currency: 'CHF' });
    expect(() => encode(invoice)).toThrow(expect.objectContaining({ code: 'reference-data-missing' }));
  });
});
