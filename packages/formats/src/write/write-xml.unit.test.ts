import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { aFullInvoice } from '@parvis/domain/testing/full-invoice';
import { aCreditNote, aLine, anInvoice, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { readXmlInvoice } from '../xml/read-xml-invoice.js';
import { writeCii } from './write-cii.js';
import { writeUbl } from './write-ubl.js';
import { writeXml } from './write-xml.js';

const readBack = (invoice: Invoice, syntax: 'ubl' | 'cii') =>
  readXmlInvoice(new TextEncoder().encode(writeXml(invoice, syntax).xml));

const transferTo = (account: string, more: Partial<Invoice['payments'][number]> = {}) => ({
  meansCode: '30',
  creditTransfer: { account },
  ...more,
});

describe.each(['ubl', 'cii'] as const)('written in %s', (syntax) => {
  it.each([
    ['an invoice', anInvoice()],
    ['a credit note', aCreditNote()],
    ['an invoice with everything', aFullInvoice()],
  ])('%s is read as it was', (_kind, invoice) => {
    const { invoice: read, faults } = readBack(invoice, syntax);
    expect(faults).toEqual([]);
    expect(read && invoiceToJson(read)).toEqual(invoiceToJson(invoice));
  });

  it('a text keeps its signs, line ends and quotes', () => {
    const text = 'Café & « 1 < 2 » ]]> "x" \'y\'\r\nsuite\tfin 🧾';
    const { invoice } = readBack(anInvoice({ notes: [{ text }], paymentTerms: text }), syntax);
    expect(invoice?.notes[0]?.text).toBe(text);
    expect(invoice?.paymentTerms).toBe(text);
  });

  it('a character that XML cannot hold is left out and named', () => {
    const { xml, lost } = writeXml(anInvoice({ number: 'F\u0000-1\u001b\ud800' }), syntax);
    expect(xml).toContain('F-1<');
    expect(lost.map(({ value }) => value)).toEqual(['U+0000', 'U+001B', 'U+D800']);
  });

  it('a second total in no other currency is named as lost', () => {
    const totals = { ...anInvoice().totals, vatInVatCurrency: Decimal.of('1.00') };
    expect(writeXml(anInvoice({ totals }), syntax).lost).toEqual([
      { path: 'totals.vatInVatCurrency', term: 'BT-111', value: '1.00' },
    ]);
  });

  it('thousands of lines grow the document line by line', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => aLine({ id: String(index + 1) }));
    const { xml } = writeXml(anInvoiceOf(lines), syntax);
    expect(xml.match(/Ramettes de papier A4/g)).toHaveLength(2_000);
  });
});

describe.each(['ubl', 'cii'] as const)('written in %s, what hangs on what is missing', (syntax) => {
  it('is named: the unit of no quantity', () => {
    const { quantity: _, ...line } = aLine();
    expect(writeXml(anInvoice({ lines: [line] }), syntax).lost).toEqual([
      { path: 'lines[0].unit', term: 'BT-130', value: 'C62' },
    ]);
  });
});

describe('written in UBL', () => {
  it('the text of payment means without a code is lost', () => {
    const payments = [{ meansText: 'Virement' }, transferTo('A', { meansText: 'Virement SEPA' })];
    const { xml, lost } = writeUbl(anInvoice({ payments }));
    expect(xml).toContain('name="Virement SEPA"');
    expect(lost).toEqual([{ path: 'payments[0].meansText', term: 'BT-82', value: 'Virement' }]);
  });

  it.each(['381', '396', '261', '502', '503'])('type %s has the root of credit notes', (typeCode) => {
    expect(writeUbl(aCreditNote({ typeCode })).xml).toContain('<CreditNote xmlns=');
  });

  it.each(['380', '384', '389', undefined])('type %s has the root of invoices', (typeCode) => {
    const { typeCode: _, ...rest } = anInvoice();
    expect(writeUbl({ ...rest, ...(typeCode === undefined ? {} : { typeCode }) }).xml).toContain(
      '<Invoice xmlns=',
    );
  });

  it('a credit note has its due date in the payment means, once, and loses it where there are none', () => {
    const payments = [transferTo('FR7630001007941234567890185'), transferTo('AUTRE')];
    const paid = writeUbl(aCreditNote({ dueDate: '2026-04-21', payments }));
    expect(paid.xml.match(/<cbc:PaymentDueDate>2026-04-21</g)).toHaveLength(1);
    expect(paid.lost).toEqual([]);
    expect(writeUbl(aCreditNote({ dueDate: '2026-04-21', payments: [] })).lost).toEqual([
      { path: 'dueDate', term: 'BT-9', value: '2026-04-21' },
    ]);
  });

  it('the text of payment means stands once, and another one is lost', () => {
    const payments = [
      transferTo('A', { meansText: 'Virement' }),
      transferTo('B', { meansText: 'Virement' }),
      transferTo('C', { meansText: 'Chèque' }),
    ];
    const { xml, lost } = writeUbl(anInvoice({ payments }));
    expect(xml.match(/name="Virement"/g)).toHaveLength(1);
    expect(lost).toEqual([{ path: 'payments[2].meansText', term: 'BT-82', value: 'Chèque' }]);
  });

  it('a subject code that is not of three characters is lost, its note is not', () => {
    const { xml, lost } = writeUbl(anInvoice({ notes: [{ subjectCode: 'AB', text: 'Merci' }] }));
    expect(xml).toContain('<cbc:Note>Merci</cbc:Note>');
    expect(lost).toEqual([{ path: 'notes[0].subjectCode', term: 'BT-21', value: 'AB' }]);
  });

  it('what the schema demands and nobody knows is filled in', () => {
    const price = { net: Decimal.of('10.00'), gross: Decimal.of('12.50') };
    const { purchaseOrderReference: _, ...rest } = anInvoiceOf([aLine({ price })]);
    const { xml } = writeUbl({
      ...rest,
      salesOrderReference: 'CV-1',
      payments: [{ meansCode: '48', card: { lastDigits: '1234' } }],
    });
    expect(xml).toMatch(/<cac:OrderReference>\s*<cbc:ID>NA<\/cbc:ID>\s*<cbc:SalesOrderID>CV-1</);
    expect(xml).toContain('<cbc:NetworkID>NA</cbc:NetworkID>');
    expect(xml).toContain('<cbc:Amount currencyID="EUR">2.50</cbc:Amount>');
    expect(readXmlInvoice(new TextEncoder().encode(xml)).faults).toEqual([]);
  });
});

describe('written in CII', () => {
  it('a currency of accounting that is the invoice’s own is left out and named', () => {
    const { xml, lost } = writeCii(anInvoice({ vatCurrency: 'EUR' }));
    expect(xml).not.toContain('TaxCurrencyCode');
    expect(lost).toEqual([{ path: 'vatCurrency', term: 'BT-6', value: 'EUR' }]);
  });

  it('the code of the day VAT falls due is that of UNTDID 2475, in each breakdown', () => {
    const full = aFullInvoice();
    const { vatPointDate: _, ...rest } = full;
    const { xml } = writeCii({ ...rest, vatPointDateCode: '432' });
    expect(xml.match(/<ram:DueDateTypeCode>72</g)).toHaveLength(full.vatBreakdown.length);
  });

  it('the day itself stands once', () => {
    expect(writeCii(aFullInvoice()).xml.match(/<ram:TaxPointDate>/g)).toHaveLength(1);
  });

  it('an account that is no IBAN is a proprietary one', () => {
    const payments = [transferTo('FR76 3000 1007 9412 3456 7890 185'), transferTo('COMPTE-12')];
    const { xml } = writeCii(anInvoice({ payments }));
    expect(xml).toContain('<ram:IBANID>FR76 3000 1007 9412 3456 7890 185</ram:IBANID>');
    expect(xml).toContain('<ram:ProprietaryID>COMPTE-12</ram:ProprietaryID>');
  });

  it('payments share one remittance text, and another one is lost', () => {
    const payments = [
      transferTo('A', { remittanceInformation: 'RF-1' }),
      transferTo('B', { remittanceInformation: 'RF-2' }),
    ];
    expect(writeCii(anInvoice({ payments })).lost).toEqual([
      { path: 'payments[1].remittanceInformation', term: 'BT-83', value: 'RF-2' },
    ]);
  });
});
