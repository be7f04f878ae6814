import { describe, expect, it } from 'vitest';
import { businessTerms } from './business-terms.js';
import { ciiBindings } from './cii-bindings.js';
import { parseElementPath } from './element-path.js';
import { ublCreditNoteBindings, ublInvoiceBindings } from './ubl-bindings.js';

const tables = { ublInvoiceBindings, ublCreditNoteBindings, ciiBindings };

describe('the tables of bindings', () => {
  it('hold all 165 business terms of EN 16931, with their schemes, and each once', () => {
    const ids = Object.values(businessTerms).map(({ id }) => id);
    const plain = new Set(ids.filter((id) => !/^BT-\d+-/.test(id)));
    const expected = Array.from({ length: 165 }, (_, index) => `BT-${index + 1}`)
      // The norm has no BT-4; the country subdivisions and third lines stand at the end of its numbering.
      .filter((id) => id !== 'BT-4');
    expect(expected.filter((id) => !plain.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(Object.entries(tables))('%s give every term a place in the file', (_name, table) => {
    const all: Readonly<Record<string, unknown>> = table;
    const without = Object.keys(businessTerms).filter((path) => all[path] === undefined);
    expect(without).toEqual(table === ciiBindings ? [] : ['notes[].subjectCode']);
  });

  it.each(Object.entries(tables))('%s are well written', (_name, table) => {
    for (const places of Object.values(table))
      for (const place of [places ?? []].flat()) expect(parseElementPath(place).steps).not.toEqual([]);
  });
});
