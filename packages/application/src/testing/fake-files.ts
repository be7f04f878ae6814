import type { Invoice } from '@parvis/domain/invoice/invoice';
import { invoiceFromJson, invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import type { TableReading } from '@parvis/domain/tables/table';
import type { ReadInvoice } from '../invoice/read-invoice.js';

/** A file as the fake reader reads it: the invoice as JSON. */
export const fileOf = (invoice: Invoice, fileName = 'facture.xml') => ({
  fileName,
  bytes: new TextEncoder().encode(JSON.stringify(invoiceToJson(invoice))),
});

/** Stands in for `formats`: whatever is not such JSON is an unknown file. */
export const readFakeFile: ReadInvoice = async (bytes) => {
  const text = new TextDecoder().decode(bytes);
  if (!text.startsWith('{'))
    return {
      syntax: 'unknown',
      faults: [{ rule: 'PV-FILE-UNKNOWN', severity: 'fatal', terms: [], path: '' }],
      locate: () => undefined,
    };
  const invoice = invoiceFromJson(JSON.parse(text));
  return {
    // UBL has a root of its own for credit notes, and refuses their types under the other (BR-CL-01).
    syntax: isCreditNote(invoice.typeCode) ? 'ubl-credit-note' : 'ubl-invoice',
    profile: 'EN 16931',
    invoice,
    faults: [],
    locate: (path) => `/Invoice/${path}`,
  };
};

/** Stands in for `formats`: lines of cells between semicolons; the word « broken » is no table. */
export const readFakeTable = async (bytes: Uint8Array): Promise<TableReading> => {
  const text = new TextDecoder().decode(bytes);
  if (text === 'broken') return { ok: false, problem: 'broken' };
  const rows = text.split('\n').map((line, index) => ({ line: index + 1, cells: line.split(';') }));
  return { ok: true, table: { format: 'csv', rows: rows.filter(({ cells }) => cells.join('') !== '') } };
};
