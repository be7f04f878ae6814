import { describe, expect, it } from 'vitest';
import { aFullInvoice } from '../../testing/full-invoice.js';
import { aCreditNote, anInvoice } from '../../testing/invoice-builder.js';
import { inCiiOnly, ofFilesOnly, rejectedCases } from '../../testing/rejected-cases.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';
import { en16931 } from './en16931.js';
import { vatFamilies } from './vat-families.js';

const syntaxes: readonly Syntax[] = ['ubl-invoice', 'ubl-credit-note', 'cii', 'factur-x'];
const ruleIds = [...new Set(en16931.rules.map(({ id }) => id))];
/** Those of one VAT category have their own test. */
const isOfCategory = (id: string): boolean =>
  vatFamilies.some(({ prefix }) => id.startsWith(`BR-${prefix}-`));

describe('EN 16931', () => {
  it.each(syntaxes)('accepts the example invoices in %s', (syntax) => {
    // UBL has a root for each of the two.
    const examples = [
      ...(syntax === 'ubl-credit-note' ? [] : [anInvoice(), aFullInvoice()]),
      ...(syntax === 'ubl-invoice' ? [] : [aCreditNote()]),
    ];
    for (const invoice of examples) expect(judge(invoice, { syntax })).toEqual([]);
  });

  it('has a rejected case for each of its rules', () => {
    expect(Object.keys(rejectedCases).sort()).toEqual(
      ruleIds.filter((id) => !isOfCategory(id) && !ofFilesOnly.includes(id)).sort(),
    );
  });

  it.each(Object.entries(rejectedCases))('%s names the place it rejects', (id, [invoice, path]) => {
    const spoken = inCiiOnly.includes(id) ? syntaxes.slice(2) : syntaxes;
    for (const syntax of spoken) {
      const paths = judge(invoice, { syntax })
        .filter(({ rule }) => rule === id)
        .map((fault) => fault.path);
      expect([syntax, ...paths]).toEqual([syntax, path]);
    }
  });

  it.each(inCiiOnly)('%s is silent in UBL', (id) => {
    const [invoice] = rejectedCases[id] ?? [];
    expect(invoice).toBeDefined();
    if (!invoice) return;
    for (const syntax of syntaxes.slice(0, 2))
      expect(judge(invoice, { syntax }).map(({ rule }) => rule)).not.toContain(id);
  });

  it('has only fatal rules but the card number of UBL', () => {
    for (const [id, [invoice]] of Object.entries(rejectedCases))
      for (const syntax of syntaxes)
        for (const { rule, severity } of judge(invoice, { syntax }))
          if (rule === id)
            expect([id, severity]).toEqual([
              id,
              id === 'BR-51' && syntax.startsWith('ubl') ? 'warning' : 'fatal',
            ]);
  });
});
