import type { TableReading } from '@parvis/domain/tables/table';
import { openZip } from './read-zip.js';
import { RowCollector } from './row-collector.js';
import { SheetTarget } from './sheet-target.js';
import { stoppedOr, TableStopped } from './table-stopped.js';
import { openWorkbook, scanPart } from './workbook-parts.js';

/** All parts that are read, unpacked; 50,000 rows of ten columns take some 30 MB. */
const unpackedBytes = 80 * 1024 * 1024;

/** Reads the first visible sheet of an XLSX workbook. Formulas are not worked out, macros not looked at. */
export const readXlsx = (bytes: Uint8Array): TableReading =>
  stoppedOr(() => {
    const workbook = openWorkbook(openZip(bytes, unpackedBytes));
    const collector = new RowCollector();
    scanPart(workbook.sheet, new SheetTarget(workbook, collector));
    if (collector.rows.length === 0) throw new TableStopped('empty');
    return { ok: true, table: { format: 'xlsx', rows: collector.rows } };
  });
