import type { TableReading } from '@parvis/domain/tables/table';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';

/** Reads a table by what the file holds, whatever its name says. */
export const readTable = (bytes: Uint8Array): TableReading => {
  if (bytes.length === 0) return { ok: false, problem: 'empty' };
  if (begins(bytes, [0x50, 0x4b])) return readXlsx(bytes);
  // OLE compound files: XLS, and XLSX under a password.
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, problem: 'old-or-locked' };
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46]) || begins(bytes, [0x3c]))
    return { ok: false, problem: 'not-a-table' };
  return readCsv(bytes);
};

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((code, index) => bytes[index] === code);
