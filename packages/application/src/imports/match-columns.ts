import type { Bilingual } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { TableRow } from '@parvis/domain/tables/table';
import type { ImportRefusal } from './import-refusal.js';

interface Headed {
  readonly header: Bilingual;
  readonly also: readonly string[];
  readonly required: boolean;
}

/** Where each column of a plan stands in a file. */
export interface MatchedColumns {
  /** From the key of a column to its index in the rows; absent columns are not in it. */
  readonly indexes: ReadonlyMap<string, number>;
  /** Headers that mean nothing to us, as written. */
  readonly ignored: readonly string[];
}

/** Finds the columns by their names, in either language, in any order. */
export const matchColumns = (
  header: TableRow,
  columns: Readonly<Record<string, Headed>>,
): Result<MatchedColumns, ImportRefusal> => {
  const keyOfName = new Map<string, string>();
  // A column's own name goes before another's second one.
  for (const [key, column] of Object.entries(columns))
    for (const name of Object.values(column.header)) keyOfName.set(plainName(name), key);
  for (const [key, { also }] of Object.entries(columns))
    for (const name of also) if (!keyOfName.has(plainName(name))) keyOfName.set(plainName(name), key);
  const indexes = new Map<string, number>();
  const ignored: string[] = [];
  for (const [index, written] of header.cells.entries()) {
    const key = keyOfName.get(plainName(written));
    if (key === undefined) {
      if (written !== '') ignored.push(written.slice(0, 60));
    } else if (indexes.has(key)) return refuse({ code: 'import-column-twice', column: written });
    else indexes.set(key, index);
  }
  const missing = Object.entries(columns).filter(([key, { required }]) => required && !indexes.has(key));
  if (missing.length > 0)
    return refuse({ code: 'import-columns-missing', columns: missing.map(([, column]) => column.header) });
  return accept({ indexes, ignored });
};

/** Without capitals, accents and signs; what stands in brackets explains and does not name. */
const plainName = (name: string): string =>
  name
    .replaceAll(/\([^)]*\)/g, '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
