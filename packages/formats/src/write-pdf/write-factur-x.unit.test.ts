import { Decimal } from '@parvis/domain/amount/decimal';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { aFullInvoice } from '@parvis/domain/testing/full-invoice';
import { aCreditNote, aLine, anInvoice, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { embeddedFiles } from '../pdf/embedded-files.js';
import { newTextReading, textOfPage } from '../pdf/page/page-text.js';
import { pagesOf } from '../pdf/page/page-tree.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { readInvoice } from '../read-invoice.js';
import { breachesOfPdfA3 } from '../testing/pdf-a3-structure.js';
import { ciiInvoice } from '../testing/sample-files.js';
import { writeFacturX } from './write-factur-x.js';

const french = { language: 'fr' } as const;

const textsOf = (bytes: Uint8Array): string[] => {
  const file = new PdfFile(bytes);
  const reading = newTextReading();
  return [...pagesOf(file)].map((page) => textOfPage(file, page, reading).text.replaceAll(/\s+/g, ' '));
};

describe('a Factur-X file', () => {
  it.each([
    ['an everyday invoice', anInvoice()],
    ['one that uses every group', aFullInvoice()],
    ['a credit note', aCreditNote()],
  ])('is read back as the same invoice: %s', async (_, invoice) => {
    const outcome = await readInvoice(await writeFacturX(invoice, french), 'facture.pdf');
    expect(outcome.faults).toEqual([]);
    expect(outcome.syntax).toBe('factur-x');
    expect(outcome.invoice && invoiceToJson(outcome.invoice)).toEqual(invoiceToJson(invoice));
  });

  it.each([
    ['an everyday invoice', anInvoice()],
    ['one that uses every group', aFullInvoice()],
    ['hardly anything', anInvoice({ lines: [], vatBreakdown: [], totals: {}, payments: [] })],
  ])('has the structure of PDF/A-3b: %s', async (_, invoice) => {
    expect(breachesOfPdfA3(await writeFacturX(invoice, french))).toEqual([]);
  });

  it('is the same for the same invoice, byte by byte', async () => {
    const [one, other] = [
      await writeFacturX(aFullInvoice(), french),
      await writeFacturX(aFullInvoice(), french),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
    const later = await writeFacturX(aFullInvoice(), { ...french, madeAt: new Date('2026-05-01T10:00:00Z') });
    expect(Buffer.from(later).toString('latin1')).toContain('(D:20260501100000Z)');
  });

  it('embeds the XML it is given and states the profile it is told', async () => {
    const xml = ciiInvoice({ profile: 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic' });
    const outcome = await readInvoice(
      await writeFacturX(anInvoice(), { ...french, xml, profile: 'BASIC' }),
      'f.pdf',
    );
    expect(outcome.profile).toBe('Factur-X BASIC');
    expect(outcome.faults.map(({ rule }) => rule)).not.toContain('PV-READ-PDF-PROFILE');
  });

  it('carries supporting documents as files of their own, never under the name of the invoice', async () => {
    const attachment = { contentBase64: Buffer.from('a;b').toString('base64'), mediaType: 'text/csv' };
    const invoice = anInvoice({
      supportingDocuments: [
        { reference: 'D1', attachment: { ...attachment, fileName: 'détail.csv' } },
        { reference: 'D2', attachment: { ...attachment, fileName: 'détail.csv' } },
        { reference: 'D3', attachment: { ...attachment, fileName: '../Factur-X.xml' } },
      ],
    });
    const extra = { fileName: 'bon.txt', mediaType: 'text/plain', bytes: new Uint8Array([65]) };
    const bytes = await writeFacturX(invoice, { ...french, attachments: [extra] });
    expect(
      embeddedFiles(new PdfFile(bytes)).map(({ fileName, relationship }) => [fileName, relationship]),
    ).toEqual(
      expect.arrayContaining([
        ['factur-x.xml', 'Alternative'],
        ['détail.csv', 'Supplement'],
        ['détail (2).csv', 'Supplement'],
        ['1-Factur-X.xml', 'Supplement'],
        ['bon.txt', 'Supplement'],
      ]),
    );
    expect(breachesOfPdfA3(bytes)).toEqual([]);
    expect((await readInvoice(bytes, 'f.pdf')).invoice?.number).toBe('F-2026-0042');
  });
});

describe('its pages', () => {
  it('show who, what, how much and the references the recipient asks for', async () => {
    const [text = ''] = textsOf(await writeFacturX(anInvoice(), french));
    for (const part of [
      'Facture F-2026-0042',
      'Papeterie du Bocage',
      'Centre hospitalier de Valmont',
      'RESTAURATION',
      'EJ-2026-0815',
      'Ramettes de papier A4',
      '120,00 €',
      'FR76 3000 1007 9412 3456 7890 185',
      '21 avril 2026',
      'Page 1 sur 1',
    ])
      expect(text).toContain(part);
  });

  it('speak English too, and call a credit note one', async () => {
    const [text = ''] = textsOf(await writeFacturX(aCreditNote(), { language: 'en' }));
    expect(text).toContain('Credit note AV-2026-0042');
    expect(text).toContain('Amount credited €120.00');
  });

  it('repeat the heading of a thousand lines and count themselves', async () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => aLine({ id: String(index + 1) }));
    const texts = textsOf(await writeFacturX(anInvoiceOf(lines), french));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.slice(0, -1).every((text) => text.includes('Désignation'))).toBe(true);
    expect(texts.at(-1)).toContain(`Page ${texts.length} sur ${texts.length}`);
    expect(texts.join(' ').match(/Ramettes/g)?.length).toBe(1_000);
  });

  it('wrap what is long and go over to the next page with what no page holds', async () => {
    const endless = 'sans-espace'.repeat(300);
    const item = { name: endless, description: 'ligne\n'.repeat(200), classifications: [], attributes: [] };
    const invoice = anInvoiceOf([aLine({ item })], {
      seller: { ...anInvoice().seller, name: endless },
      buyerReference: endless,
      notes: [{ text: 'mention légale '.repeat(2_000) }],
    });
    const texts = textsOf(await writeFacturX(invoice, french));
    expect(texts.join('').match(/mention/g)?.length).toBe(2_000);
    expect(texts.join('').match(/ligne /g)?.length).toBeGreaterThanOrEqual(200);
  });

  it('never cut a number', async () => {
    const long = Decimal.of('123456789012345678.00');
    const totals = { ...anInvoice().totals, taxInclusive: long, due: long };
    const line = aLine({ netAmount: long, price: { net: long } });
    const [text = ''] = textsOf(await writeFacturX(anInvoice({ totals, lines: [line] }), french));
    expect(text.match(/123 456 789 012 345 678,00 €/g)?.length).toBe(4);
  });

  it('show a question mark for what the font does not have, and nothing that turns text around', async () => {
    const [text = ''] = textsOf(await writeFacturX(anInvoice({ number: 'F\u202E0001中' }), french));
    expect(text).toContain('F0001?');
  });

  it('write Greek and Cyrillic', async () => {
    const seller = { ...anInvoice().seller, name: 'Χαρτοπωλείο Книги' };
    const [text = ''] = textsOf(await writeFacturX(anInvoice({ seller }), french));
    expect(text).toContain('Χαρτοπωλείο Книги');
  });
});
