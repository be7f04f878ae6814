import { AFRelationship, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readInvoice } from '../read-invoice.js';
import { ciiInvoice } from '../testing/sample-files.js';
import { invoiceXmlOf } from './read-pdf-invoice.js';

interface File {
  readonly name: string;
  readonly content: string;
  readonly relationship?: AFRelationship;
}

const invoiceFile = (content = ciiInvoice()): File => ({ name: 'factur-x.xml', content });

const metadataOf = (level: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3"><fx:ConformanceLevel>${level}</fx:ConformanceLevel></rdf:Description></rdf:RDF></x:xmpmeta>`;

const pdfWith = async (
  files: readonly File[],
  useObjectStreams = true,
  metadata: string | undefined = metadataOf('EN 16931'),
): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  if (metadata !== '') {
    const stream = document.context.stream(metadata, { Type: 'Metadata', Subtype: 'XML' });
    document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
  }
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

  it('warns where the metadata state another profile than the invoice', async () => {
    const rules = async (metadata: string, profile?: string): Promise<unknown[]> => {
      const file = invoiceFile(ciiInvoice(profile === undefined ? {} : { profile }));
      const { faults } = await readInvoice(await pdfWith([file], true, metadata), 'facture.pdf');
      return faults.map(({ rule, severity, values }) => [rule, severity, values?.found]);
    };
    expect(await rules(metadataOf('COMFORT'))).toEqual([]);
    expect(await rules('<a pdfaid:part="3" fx:ConformanceLevel="en16931"/>')).toEqual([]);
    expect(await rules('<a pdfaid:part="1" fx:ConformanceLevel="EN 16931"/>')).toEqual([
      ['PV-READ-PDF-CONFORMANCE', 'warning', 'PDF/A-3'],
    ]);
    expect(await rules(metadataOf('BASIC'))).toEqual([['PV-READ-PDF-PROFILE', 'warning', 'BASIC']]);
    expect(await rules(metadataOf('BASIC'), 'urn:of:somebody')).toEqual([]);
    expect(await rules('')).toEqual([['PV-READ-PDF-CONFORMANCE', 'warning', 'XMP']]);
  });

  it('gives its XML alone', async () => {
    const xml = invoiceXmlOf(await pdfWith([invoiceFile()]));
    expect(xml && new TextDecoder().decode(xml)).toBe(ciiInvoice());
    expect(invoiceXmlOf(await pdfWith([]))).toBeUndefined();
    expect(invoiceXmlOf(new TextEncoder().encode('%PDF-1.7'))).toBeUndefined();
  });

  it('warns of a program under an honest name', async () => {
    const files = [
      invoiceFile(),
      { name: 'plan.pdf', content: 'MZ'.padEnd(5_000, ' ') },
      { name: 'détail.csv', content: 'a;b' },
    ];
    const { faults } = await read(files);
    expect(faults.map(({ rule, values }) => [rule, values?.found])).toEqual([
      ['PV-READ-PDF-ACTIVE-CONTENT', 'plan.pdf'],
    ]);
  });

  it('warns of a script that waits on a page', async () => {
    const document = await PDFDocument.load(await pdfWith([invoiceFile()]));
    const script = { Type: 'Action', S: 'JavaScript', JS: '(app.alert(1))' };
    const action = { Type: 'Action', S: 'URI', Next: script };
    const annotation = document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 9, 9],
      A: action,
    });
    document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([annotation]));
    const { faults } = await readInvoice(await document.save(), 'facture.pdf');
    expect(faults.map(({ rule, values }) => [rule, values?.found])).toEqual([
      ['PV-READ-PDF-ACTIVE-CONTENT', 'JavaScript'],
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
