import type { TableFormat, WrittenTable } from '@parvis/domain/tables/table';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

/** The bytes of a table, as its rows come. */
export const writeTable = (format: TableFormat, table: WrittenTable): AsyncIterable<Uint8Array> =>
  format === 'csv' ? writeCsv(table) : writeXlsx(table);
