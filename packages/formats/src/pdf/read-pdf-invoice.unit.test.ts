import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readInvoice } from '../read-invoice.js';
import { ciiInvoice } from '../testing/sample-files.js';

interface File {
  readonly name: string;
  readonly content: string;
  readonly relationship?: AFRelationship;
}

const invoiceFile = (content = ciiInvoice()): File => ({ name: 'factur-x.xml', content });

const pdfWith = async (files: readonly File[], useObjectStreams = true): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  for (const { name, content, relationship = AFRelationship.Alternative } of files)
    await document.attach(new TextEncoder().encode(content), name, {
      mimeType: 'text/xml',
      afRelationship: relationship,
    });
  return document.save({ useObjectStreams });
};

const read = async (files: readonly File[], useObjectStreams = true) =>
  readInvoice(await pdfWith(files, useObjectStreams), 'facture.pdf');
const rulesOf = async (files: readonly File[]) => (await read(files)).faults.map(({ rule }) => rule);

describe('a PDF with an invoice inside', () => {
  it.each([true, false])('is read, with object streams: %s', async (useObjectStreams) => {
    const outcome = await read([invoiceFile()], useObjectStreams);
    expect(outcome.syntax).toBe('factur-x');
    expect(outcome.invoice?.number).toBe('F-1');
    expect(outcome.faults).toEqual([]);
    expect(outcome.locate('number')).toBe('/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID');
  });

  it('lists what else is attached', async () => {
    const { attachments } = await read([invoiceFile(), { name: 'détail.csv', content: 'a;b' }]);
    expect(attachments?.map(({ fileName }) => fileName)).toEqual(['détail.csv']);
  });

  it('is read once where the same file is attached twice', async () => {
    expect(await rulesOf([invoiceFile(), invoiceFile()])).toEqual([]);
  });

  it('is refused where two invoices differ', async () => {
    const other = ciiInvoice().replace('>F-1<', '>F-2<');
    expect(await rulesOf([invoiceFile(), { name: 'xrechnung.xml', content: other }])).toEqual([
      'PV-READ-PDF-TWO-INVOICES',
    ]);
  });

  it('is read beside the same invoice in ZUGFeRD 1', async () => {
    const old = '<r:CrossIndustryDocument xmlns:r="urn:ferd:CrossIndustryDocument:invoice:1p0"/>';
    const { invoice } = await read([{ name: 'ZUGFeRD-invoice.xml', content: old }, invoiceFile()]);
    expect(invoice?.number).toBe('F-1');
  });

  it('warns of an unspecified relationship and of an attached program', async () => {
    const unspecified = { ...invoiceFile(), relationship: AFRelationship.Unspecified };
    const { faults } = await read([unspecified, { name: 'setup.exe', content: 'MZ' }]);
    expect(faults.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['PV-READ-PDF-CONFORMANCE', 'warning'],
      ['PV-READ-PDF-ACTIVE-CONTENT', 'warning'],
    ]);
  });

  it('is repaired where its cross-references are damaged', async () => {
    const text = Buffer.from(await pdfWith([invoiceFile()], false)).toString('latin1');
    const damaged = Buffer.from(text.replace(/startxref\s+\d+/, 'startxref\n7'), 'latin1');
    expect((await readInvoice(damaged, 'facture.pdf')).invoice?.number).toBe('F-1');
  });
});

describe('a PDF without an invoice to read', () => {
  it('is told as such', async () => {
    expect(await rulesOf([])).toEqual(['PV-READ-PDF-WITHOUT-XML']);
  });

  it('names an order', async () => {
    expect(await rulesOf([{ name: 'order-x.xml', content: '<a/>' }])).toEqual(['PV-READ-NOT-AN-INVOICE']);
  });

  it('is refused where it is encrypted', async () => {
    const document = await PDFDocument.load(await pdfWith([invoiceFile()]));
    document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    const { faults } = await readInvoice(await document.save(), 'facture.pdf');
    expect(faults.map(({ rule }) => rule)).toEqual(['PV-READ-PDF-ENCRYPTED']);
  });

  it('is refused where it is cut off', async () => {
    const bytes = await pdfWith([invoiceFile()]);
    const { faults } = await readInvoice(bytes.subarray(0, 200), 'facture.pdf');
    expect(faults.map(({ rule }) => rule)).toEqual(['PV-READ-PDF-BROKEN']);
  });
});
