import { deflateSync } from 'node:zlib';
import { isFatal } from '@parvis/domain/rules/fault';
import { type ReaderPool, startReaderPool } from '@parvis/formats/reader-pool';
import type { ReadOutcome } from '@parvis/formats/reading/read-outcome';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ourFile } from './corpora.js';

const megabyte = 1024 * 1024;
const almostAll = 99 * megabyte;
const much = 20 * megabyte;

const invoice = new TextDecoder().decode(ourFile('bases/min-ubl-invoice.xml'));

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
/** So many bytes of a text written again and again, without ever being a string. */
const filled = (bytes: number, text: string): Uint8Array => Buffer.alloc(bytes, text, 'latin1');
const listed = (count: number, textOf: (index: number) => string): Uint8Array =>
  Buffer.from(Array.from({ length: count }, (_, index) => textOf(index)).join(''));

/** The invoice with something big put between the two halves of a piece of it. */
const parted = (left: string, right: string, big: Uint8Array): Uint8Array => {
  const at = invoice.indexOf(left + right) + left.length;
  return Buffer.concat([Buffer.from(invoice.slice(0, at)), big, Buffer.from(invoice.slice(at))]);
};
const holding = (big: Uint8Array): Uint8Array => parted('', '<cbc:CustomizationID>', big);
const numbered = (big: Uint8Array): Uint8Array => parted('<cbc:ID>', 'MIN-INV', big);
const attached = (base64: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      '<cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">',
    ),
    base64,
    Buffer.from('</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>'),
  ]);

describe('files made to be too much', () => {
  let pool: ReaderPool;
  let residentBefore = 0;

  beforeAll(async () => {
    pool = startReaderPool({ size: 1, timeLimitMilliseconds: 10_000, memoryMegabytes: 256 });
    await pool.read(ourFile('bases/min-ubl-invoice.xml'), 'warm-up.xml');
    residentBefore = process.resourceUsage().maxRSS * 1024;
  });

  afterAll(() => pool.close());

  /** What is told of a file; that the thread had to be ended is no answer. */
  const told = async (bytes: Uint8Array): Promise<ReadOutcome & { readonly fatal: readonly string[] }> => {
    const outcome = await pool.read(bytes, 'facture.xml');
    const limits = outcome.faults.flatMap(({ values }) => values?.limit ?? []);
    expect(limits).not.toContain('time');
    expect(limits).not.toContain('memory');
    return { ...outcome, fatal: outcome.faults.filter(isFatal).map(({ rule }) => rule) };
  };

  it.each<readonly [string, () => Uint8Array]>([
    ['100 MB of spaces between two elements', () => holding(filled(almostAll, ' '))],
    ['20 MB of line ends', () => holding(filled(much, '\r\n'))],
    ['20 MB of spaces inside a tag', () => parted('<cac:PaymentMeans', '>', filled(much, ' '))],
    [
      '20 MB of comment',
      () => holding(Buffer.concat([bytesOf('<!--'), filled(much, ' -'), bytesOf(' -->')])),
    ],
    ['20 MB of comments', () => holding(filled(much, '<!---->'.padEnd(8)))],
    ['20 MB of spaces behind the root', () => Buffer.concat([bytesOf(invoice), filled(much, ' ')])],
  ])('%s: nothing changes', async (_what, bytes) => {
    const { invoice: read, fatal } = await told(bytes());
    expect(fatal).toEqual([]);
    expect(read?.number).toBe('MIN-INV');
  });

  it.each<readonly [string, () => Uint8Array, string]>([
    ['100 MB of spaces', () => filled(almostAll, ' '), 'PV-READ-EMPTY'],
    [
      'a declaration with 20 MB of spaces in it',
      () => Buffer.concat([bytesOf('<?xml'), filled(much, ' '), bytesOf('version="1.0"?><a/>')]),
      'PV-READ-NOT-WELL-FORMED',
    ],
    ['a value of 99 MB', () => numbered(filled(almostAll, '9')), 'PV-READ-TOO-LARGE'],
    ['a value of 4 million references', () => numbered(filled(much, '&#57;')), 'PV-READ-TOO-LARGE'],
    [
      'a value of 2 million comments',
      () => numbered(filled(much, '9 <!---->'.padEnd(10))),
      'PV-READ-TOO-COMPLEX',
    ],
    ['a value of pieces of CDATA', () => numbered(filled(much, '<![CDATA[9999]]>')), 'PV-READ-TOO-COMPLEX'],
    ['100,000 levels', () => holding(listed(100_000, () => '<cac:Party>')), 'PV-READ-TOO-COMPLEX'],
    ['2 million elements not closed', () => holding(filled(much, '<cbc:Note>')), 'PV-READ-TOO-COMPLEX'],
    ['a name of 20 MB', () => parted('<', 'cbc:CustomizationID', filled(much, 'a')), 'PV-READ-TOO-COMPLEX'],
    [
      '100,000 attributes',
      () =>
        parted(
          '<cac:PaymentMeans',
          '>',
          listed(100_000, (index) => ` a${index}=""`),
        ),
      'PV-READ-TOO-COMPLEX',
    ],
    ['a comment that never ends', () => holding(filled(much, '<!--  ')), 'PV-READ-NOT-WELL-FORMED'],
    ['more than 100 MB', () => filled(100 * megabyte + 1, ' '), 'PV-READ-TOO-LARGE'],
  ])('%s: refused by name', async (_what, bytes, rule) => {
    const { invoice: read, fatal } = await told(bytes());
    expect(fatal).toEqual([rule]);
    expect(read).toBeUndefined();
  });

  it.each<readonly [string, (index: number) => string]>([
    ['tags', (index) => `<t${index} a="${index}"/>`],
    ['namespaces', (index) => `<a xmlns="urn:${index}"/>`],
  ])('200,000 different %s are read one after the other', async (_what, textOf) => {
    const { invoice: read } = await told(holding(listed(200_000, textOf)));
    expect(read?.number).toBe('MIN-INV');
  });

  it('an attachment of 50 MB is kept whole', async () => {
    const base64 = filled(50 * megabyte, 'QUJD');
    const { invoice: read } = await told(parted('', '<cac:AccountingSupplierParty>', attached(base64)));
    expect(read?.supportingDocuments[0]?.attachment?.contentBase64).toHaveLength(50 * megabyte);
  });

  it('a PDF whose attachment unpacks into 300 MB is refused', async () => {
    const packed = deflateSync(Buffer.alloc(300 * megabyte, 0x20));
    const { fatal } = await told(pdfWithAttachment(packed));
    expect(fatal).not.toEqual([]);
  });

  it('take less memory than fifteen of them, all together, the copies of the test among it', () => {
    const grown = process.resourceUsage().maxRSS * 1024 - residentBefore;
    expect(grown).toBeLessThan(15 * 100 * megabyte);
  });
});

/** A small PDF with one attached file, packed as given. */
const pdfWithAttachment = (packed: Uint8Array): Uint8Array => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(factur-x.xml)3 0 R]>>>>/AF[3 0 R]>>',
    '<</Type/Pages/Kids[]/Count 0>>',
    '<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Alternative/EF<</F 4 0 R>>>>',
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, object] of objects.entries()) {
    offsets.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`));
  }
  offsets.push(length());
  parts.push(
    Buffer.from(`4 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`),
    Buffer.from(packed),
    Buffer.from('\nendstream\nendobj\n'),
  );
  const start = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};
