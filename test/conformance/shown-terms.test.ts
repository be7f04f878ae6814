import { Decimal } from '@parvis/domain/amount/decimal';
import { formatDate, formatNumber } from '@parvis/domain/display/format';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { typeCodeLabel } from '@parvis/domain/invoice/type-codes';
import { businessTerms } from '@parvis/formats/binding/business-terms';
import { newTextReading, textOfPage } from '@parvis/formats/pdf/page/page-text';
import { pagesOf } from '@parvis/formats/pdf/page/page-tree';
import { PdfFile } from '@parvis/formats/pdf/pdf-file';
import { profileOf } from '@parvis/formats/profile/profiles';
import { readFile } from '@parvis/formats/read-invoice';
import { countryName } from '@parvis/formats/readable/country-name';
import { renderReadable } from '@parvis/formats/readable/render-readable';
import { allowanceReasons, chargeReasons } from '@parvis/formats/readable/words';
import { writeFacturX } from '@parvis/formats/write-pdf/write-factur-x';
import { describe, expect, it } from 'vitest';
import { ourFile } from './corpora.js';

/** Terms that people are told by the words around them, or have no use for on a page. */
const saidOtherwise = [
  /^currency$/,
  /^vatCurrency$/,
  /\.scheme$/,
  /\.meansCode$/,
  /\.vatCategory$/,
  /^vatBreakdown\[\]\.category$/,
  /\.unit$/,
  /\.baseQuantity(Unit)?$/,
  /\.subjectCode$/,
  /\.contentBase64$/,
  /\.mediaType$/,
  /\.classifications\[\]\.list(Version)?$/,
  /^vatPointDateCode$/,
];

const compact = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase();

/** A page says in words what a code means. */
const reasonOf = (path: string, code: string): string =>
  (path.includes('allowances') ? allowanceReasons : chargeReasons)[code]?.fr ?? code;

/** How a value stands on the page. */
const shownAs = (path: string, value: unknown): string => {
  if (value instanceof Decimal) return formatNumber(value.absolute(), 'fr');
  const text = String(value);
  if (path.endsWith('reasonCode')) return reasonOf(path, text);
  if (path === 'specification') return profileOf(text).name ?? text;
  if (path === 'typeCode') return typeCodeLabel(text, 'fr');
  if (/\.(country|originCountry)$/.test(path)) return countryName(text, 'fr');
  return businessTerms[path as keyof typeof businessTerms].kind === 'date' ? formatDate(text, 'fr') : text;
};

/** Every value of an invoice with its path, indexes left out: `lines[].item.name`. */
const valuesOf = (value: unknown, path = ''): [path: string, value: unknown][] => {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || value instanceof Decimal) return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, `${path}[]`));
  return Object.entries(value).flatMap(([key, one]) => valuesOf(one, path === '' ? key : `${path}.${key}`));
};

const htmlTextOf = (invoice: Invoice): string =>
  renderReadable(invoice, { language: 'fr' })
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const pdfTextOf = async (invoice: Invoice): Promise<string> => {
  const file = new PdfFile(await writeFacturX(invoice, { language: 'fr' }));
  const reading = newTextReading();
  return [...pagesOf(file)].map((page) => textOfPage(file, page, reading).text).join(' ');
};

const missingIn = (text: string, invoice: Invoice): string[] => {
  const page = compact(text);
  const missing = valuesOf(invoice)
    .filter(([path, value]) => value !== '' && !saidOtherwise.some((pattern) => pattern.test(path)))
    .filter(([path, value]) => !page.includes(compact(shownAs(path, value))))
    .map(([path, value]) => `${path} ${String(value)}`);
  return [...new Set(missing)];
};

describe.each(['max-ubl-invoice.xml', 'max-ubl-creditnote.xml', 'max-cii.xml'])('%s', (name) => {
  const { invoice } = readFile(ourFile(`bases/${name}`));

  it('is read', () => {
    expect(invoice).toBeDefined();
  });

  it('shows each business term on the readable page', () => {
    expect(invoice && missingIn(htmlTextOf(invoice), invoice)).toEqual([]);
  });

  it('shows each business term on the pages of a Factur-X file', async () => {
    expect(invoice && missingIn(await pdfTextOf(invoice), invoice)).toEqual([]);
  });
});
