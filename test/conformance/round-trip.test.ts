import { isDeepStrictEqual } from 'node:util';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { writeXml } from '@parvis/formats/write/write-xml';
import type { WrittenXml } from '@parvis/formats/write/written-xml';
import { readXmlInvoice, type XmlReading } from '@parvis/formats/xml/read-xml-invoice';
import { describe, expect, it } from 'vitest';
import { ourFile, publishedCorpusIsThere, publishedDocuments, publishedFile } from './corpora.js';
import { bases } from './our-bases.js';

const read = (bytes: Uint8Array): XmlReading => readXmlInvoice(bytes);
const written = (invoice: Invoice, syntax: 'ubl' | 'cii'): WrittenXml & XmlReading => {
  const { xml, lost } = writeXml(invoice, syntax);
  return { xml, lost, ...read(new TextEncoder().encode(xml)) };
};

const familyOf = ({ syntax }: XmlReading): 'ubl' | 'cii' => (syntax === 'cii' ? 'cii' : 'ubl');

const plain = (invoice: Invoice | undefined): unknown => invoice && invoiceToJson(invoice);

/** Every value of an invoice with the term's path, lists counted; what was in one syntax must be in the other. */
const valuesOf = (value: unknown, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [`${path}=${value}`];
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, `${path}[]`)).sort();
  return Object.entries(value).flatMap(([name, item]) => valuesOf(item, `${path}.${name}`));
};

describe('our bases, read and written', () => {
  it.each(bases)('%s in its own syntax are the same invoice', (name) => {
    const before = read(ourFile(`bases/${name}.xml`));
    if (!before.invoice) throw new Error(`${name} holds no invoice`);
    const after = written(before.invoice, familyOf(before));
    expect({ faults: after.faults, lost: after.lost }).toEqual({ faults: [], lost: [] });
    expect(plain(after.invoice)).toEqual(plain(before.invoice));
  });

  it.each(bases)('%s in the other syntax lose no term', (name) => {
    const before = read(ourFile(`bases/${name}.xml`));
    if (!before.invoice) throw new Error(`${name} holds no invoice`);
    const after = written(before.invoice, familyOf(before) === 'cii' ? 'ubl' : 'cii');
    const kept = new Set(valuesOf(plain(after.invoice)));
    expect({ faults: after.faults, lost: after.lost }).toEqual({ faults: [], lost: [] });
    expect(valuesOf(plain(before.invoice)).filter((value) => !kept.has(value))).toEqual([]);
  });
});

/** In UBL a means text stands once however many accounts there are. */
const toldOnceInUbl = /^\.payments\[\]\.meansText=/;

const checkPublishedDocuments = (): void => {
  const documents = publishedDocuments().filter(({ syntax }) => /^(ubl|cii)/.test(syntax));

  it(`are the same in their own syntax, but for what is named as lost (${documents.length})`, () => {
    const changed = documents.filter(({ file }) => {
      const before = read(publishedFile(file));
      if (!before.invoice) return false;
      const after = written(before.invoice, familyOf(before));
      return after.lost.length === 0 && !isDeepStrictEqual(plain(after.invoice), plain(before.invoice));
    });
    expect(changed.map(({ file }) => file)).toEqual([]);
  });

  it('lose no term in the other syntax that is not named', () => {
    const wrong = documents.flatMap(({ file }) => {
      const before = read(publishedFile(file));
      if (!before.invoice) return [];
      const after = written(before.invoice, familyOf(before) === 'cii' ? 'ubl' : 'cii');
      const kept = new Set(valuesOf(plain(after.invoice)));
      const named = new Set(after.lost.map(({ value }) => value));
      return valuesOf(plain(before.invoice))
        .filter((value) => !kept.has(value) && !toldOnceInUbl.test(value))
        .filter((value) => !named.has(value.slice(value.indexOf('=') + 1)))
        .map((value) => `${file} ${value}`);
    });
    expect(wrong).toEqual([]);
  });
};

if (publishedCorpusIsThere) describe('published documents, read and written', checkPublishedDocuments);
else
  it('published corpus not found (../shared/corpus or PARVIS_CORPUS): its documents are NOT written', (context) =>
    context.skip('published corpus not found: its documents are not written'));
