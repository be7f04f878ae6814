import type { Decimal } from '@parvis/domain/amount/decimal';
import { Decimal as Exact } from '@parvis/domain/amount/decimal';
import type { Invoice, Totals } from '@parvis/domain/invoice/invoice';
import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import {
  type PublishedDocument,
  publishedCorpusIsThere,
  publishedDocuments,
  publishedFile,
  publishedRuleTests,
} from './corpora.js';
import { ourVerdict, unexplained } from './verdict.js';

/** What each kind of document must be recognised as. */
const recognised: Readonly<Record<string, string>> = {
  'ubl-invoice': 'ubl-invoice',
  'ubl-creditnote': 'ubl-credit-note',
  cii: 'cii',
  'pdf-hybrid': 'factur-x',
};

const isInvoice = ({ syntax, xmlSyntax }: PublishedDocument): boolean =>
  syntax in recognised && (xmlSyntax === undefined || xmlSyntax === 'cii');

const checkPublishedDocuments = (): void => {
  const invoices = publishedDocuments().filter(isInvoice);
  const others = publishedDocuments().filter((document) => !isInvoice(document));

  it(`are recognised and read as what they are (${invoices.length})`, async () => {
    const wrong: string[] = [];
    for (const document of invoices) {
      const { syntax, invoice } = await readInvoice(publishedFile(document.file), document.file);
      if (syntax !== recognised[document.syntax] || !invoice) wrong.push(`${document.file}: ${syntax}`);
    }
    expect(wrong).toEqual([]);
  });

  it('keep the facts of their header and their totals', async () => {
    const wrong: string[] = [];
    for (const document of invoices) {
      const { invoice } = await readInvoice(publishedFile(document.file), document.file);
      if (invoice) wrong.push(...differences(document, invoice).map((text) => `${document.file}: ${text}`));
    }
    expect(wrong.filter((text) => !headerDifferences.some((known) => known.test(text)))).toEqual([]);
  });

  it(`that are no invoice are refused by name (${others.length})`, async () => {
    const wrong: string[] = [];
    for (const { file, syntax } of others) {
      const { invoice, faults } = await readInvoice(publishedFile(file), file);
      const readAfterAll = syntax === 'pdf-plain' && invoice !== undefined;
      if (!readAfterAll && (invoice || faults.length === 0)) wrong.push(file);
    }
    expect(wrong).toEqual([]);
  });

  it('get the official verdict, rule by rule', async () => {
    const judged = [
      ...invoices.flatMap(({ file, expected }) => (expected?.en16931 ? [{ file, ...expected.en16931 }] : [])),
      ...publishedRuleTests(),
    ];
    const wrong: string[] = [];
    for (const { file, ...official } of judged) {
      const ours = await ourVerdict(publishedFile(file), file);
      for (const found of unexplained(file, official, ours)) wrong.push(`${file} ${found}`);
    }
    expect(wrong).toEqual([]);
  });
};

if (publishedCorpusIsThere) describe('published documents', checkPublishedDocuments);
else
  it('published corpus not found (../shared/corpus or PARVIS_CORPUS): its documents are NOT checked', (context) =>
    context.skip('published corpus not found: its documents are not checked'));

/** Reviewed differences between the catalogue of the published documents and what stands in them. */
const headerDifferences = [
  // A date with a time zone is the calendar day it names.
  /issueDate: ".*\+01:00"/,
  // No day of any calendar: reported, and left out.
  /fr-fixtures__facture_invalide_ubl_001.xml: issueDate/,
  // No currency is named: whose total it is, cannot be known.
  /gobl-ubl__(credit-note1|custom-namespace-prefixes).xml: BT-110|fr-fixtures__facture_invalide_ubl_001.xml: BT-110/,
];

const totalsByTerm: Readonly<Record<string, keyof Totals>> = {
  'BT-106': 'lines',
  'BT-107': 'allowances',
  'BT-108': 'charges',
  'BT-109': 'taxExclusive',
  'BT-110': 'vat',
  'BT-112': 'taxInclusive',
  'BT-113': 'paid',
  'BT-114': 'rounding',
  'BT-115': 'due',
};

const differences = ({ document = {}, totals = {} }: PublishedDocument, invoice: Invoice): string[] => {
  const facts: Readonly<Record<string, string | number | undefined>> = {
    number: invoice.number,
    typeCode: invoice.typeCode,
    issueDate: invoice.issueDate,
    currency: invoice.currency,
    seller: invoice.seller.name,
    buyer: invoice.buyer.name,
    businessProcess: invoice.businessProcess,
    lineCount: invoice.lines.length,
    vatBreakdownCount: invoice.vatBreakdown.length,
  };
  return [
    ...Object.entries(facts)
      .filter(([name, found]) => asWritten(name, document[name]) !== String(found ?? ''))
      .filter(([name, found]) => document[name] !== undefined || (found !== 0 && found !== undefined))
      .map(([name, found]) => `${name}: ${JSON.stringify(document[name])} read as ${JSON.stringify(found)}`),
    ...Object.entries(totalsByTerm)
      .filter(([term, name]) => !sameAmount(totals[term], invoice.totals[name]))
      .map(([term, name]) => `${term}: ${totals[term]} read as ${invoice.totals[name]?.toString()}`),
  ];
};

/** CII writes days without dashes. */
const asWritten = (name: string, value: string | number | undefined): string =>
  name === 'issueDate'
    ? String(value ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    : String(value ?? '');

const sameAmount = (written: string | undefined, read: Decimal | undefined): boolean => {
  const exact = written === undefined ? undefined : Exact.parse(written);
  return exact === undefined ? read === undefined : read !== undefined && exact.equals(read);
};
