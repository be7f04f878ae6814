import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { aFullInvoice } from '@parvis/domain/testing/full-invoice';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.js';
import { invoiceFromText, NotAnInvoiceError } from './invoice-from-text.js';

const refusedAt = (json: unknown): string => {
  try {
    invoiceFromText(typeof json === 'string' ? json : JSON.stringify(json));
  } catch (error) {
    if (error instanceof NotAnInvoiceError) return error.path;
    throw error;
  }
  return 'taken';
};

describe('an invoice in JSON', () => {
  it('comes back whole', () => {
    const json = JSON.stringify(invoiceToJson(aFullInvoice()));
    expect(JSON.stringify(invoiceToJson(invoiceFromText(json)))).toHaveLength(json.length);
    expect(differences(JSON.parse(json), invoiceToJson(invoiceFromText(json)))).toEqual([]);
  });

  it('has the lists and groups of every invoice, even where the text leaves them out', () => {
    const invoice = invoiceFromText('{"number":"F-1","lines":[{"netAmount":"10.00"}]}');
    expect(invoiceToJson(invoice)).toMatchObject({
      number: 'F-1',
      notes: [],
      totals: {},
      seller: { identifiers: [] },
      lines: [{ netAmount: '10.00', allowances: [] }],
    });
  });

  it.each([
    ['no JSON', ''],
    [[], ''],
    [null, ''],
    [{ numero: 'F-1' }, 'numero'],
    [{ number: 1 }, 'number'],
    [{ lines: [{ netAmount: '1,00' }] }, 'lines[0].netAmount'],
    [{ lines: { netAmount: '1.00' } }, 'lines'],
    [{ seller: [] }, 'seller'],
    [{ totals: { due: {} } }, 'totals.due'],
  ])('is refused where %j departs from the model', (json, path) => {
    expect(refusedAt(json)).toBe(path);
  });
});

describe('differences', () => {
  it('are the places that are missing or other in the second', () => {
    const first = { number: 'F-1', lines: [{ name: 'a' }, { name: 'b', note: 'c' }] };
    expect(differences(first, first)).toEqual([]);
    expect(differences(first, { number: 'F-2', lines: [{ name: 'a' }, { name: 'b' }] })).toEqual([
      'number',
      'lines[1].note',
    ]);
    expect(differences(first, undefined)).toHaveLength(4);
  });
});
