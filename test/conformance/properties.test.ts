import type { Invoice } from '@parvis/domain/invoice/invoice';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import type { Evidence } from '@parvis/domain/rules/evidence';
import { isFatal } from '@parvis/domain/rules/fault';
import { judge } from '@parvis/domain/rules/judge';
import { randomInvoice } from '@parvis/domain/testing/random-invoice';
import { writeXml } from '@parvis/formats/write/write-xml';
import { readXmlInvoice } from '@parvis/formats/xml/read-xml-invoice';
import { describe, expect, it } from 'vitest';
import { breakages } from './breakages.js';

/** A failure names its seed; the same seed gives the same invoice again. */
const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const syntaxes = ['ubl', 'cii'] as const;

type Syntax = (typeof syntaxes)[number];

const rulesOf = (invoice: Invoice, syntax: Syntax, evidence?: Evidence) =>
  judge(invoice, { syntax: nameOf(invoice, syntax), ...(evidence ? { evidence } : {}) });

const nameOf = (invoice: Invoice, syntax: Syntax) => {
  if (syntax === 'cii') return 'cii';
  return isCreditNote(invoice.typeCode) ? 'ubl-credit-note' : 'ubl-invoice';
};

const fatalRules = (invoice: Invoice, syntax: Syntax, evidence?: Evidence): string[] =>
  rulesOf(invoice, syntax, evidence)
    .filter(isFatal)
    .map(({ rule, path }) => `${rule} ${path}`);

/** Two documents described or attached, or an identifier of each kind, always give these in CII. */
const unavoidable = /^CII-SR-47[56]$/;

describe('a random valid invoice', () => {
  it.each(seeds)('of seed %i is valid, and written and read again it is the same and still valid', (seed) => {
    const invoice = randomInvoice(seed);
    for (const syntax of syntaxes) {
      expect(fatalRules(invoice, syntax), syntax).toEqual([]);
      const { xml, lost } = writeXml(invoice, syntax);
      const reading = readXmlInvoice(new TextEncoder().encode(xml));
      expect(lost, syntax).toEqual([]);
      expect(reading.faults, syntax).toEqual([]);
      expect(reading.syntax).toBe(nameOf(invoice, syntax));
      if (!reading.invoice) return;
      expect(invoiceToJson(reading.invoice), syntax).toEqual(invoiceToJson(invoice));
      const found = rulesOf(reading.invoice, syntax, reading.evidence);
      expect(
        found.map(({ rule }) => rule).filter((rule) => !unavoidable.test(rule)),
        syntax,
      ).toEqual([]);
    }
  });

  it.each(seeds.slice(0, 20))('of seed %i is written to the same bytes again', (seed) => {
    for (const syntax of syntaxes)
      expect(writeXml(randomInvoice(seed), syntax)).toEqual(writeXml(randomInvoice(seed), syntax));
  });
});

describe.each(breakages)('$field made wrong', ({ rule, also, breaks }) => {
  const broken = seeds.flatMap((seed) => {
    const invoice = breaks(randomInvoice(seed));
    return invoice ? [{ seed, invoice }] : [];
  });
  const ours = (id: string): boolean => id === rule || also?.test(id) === true;

  it(`breaks ${rule}, and nothing that has nothing to do with it`, () => {
    expect(broken.length).toBeGreaterThan(3);
    for (const { seed, invoice } of broken.slice(0, 12))
      for (const syntax of syntaxes) {
        const found = rulesOf(invoice, syntax)
          .filter(isFatal)
          .map((fault) => fault.rule);
        expect(found, `seed ${seed}, ${syntax}`).toContain(rule);
        expect(
          found.filter((id) => !ours(id)),
          `seed ${seed}, ${syntax}`,
        ).toEqual([]);
      }
  });

  it(`breaks ${rule} in a file as well`, () => {
    for (const { seed, invoice } of broken.slice(0, 3))
      for (const syntax of syntaxes) {
        const reading = readXmlInvoice(new TextEncoder().encode(writeXml(invoice, syntax).xml));
        const judged = reading.invoice ? rulesOf(reading.invoice, syntax, reading.evidence) : [];
        const found = judged.filter(isFatal).map((fault) => fault.rule);
        expect(found, `seed ${seed}, ${syntax}`).toContain(rule);
        expect(
          found.filter((id) => !ours(id)),
          `seed ${seed}, ${syntax}`,
        ).toEqual([]);
      }
  });
});
