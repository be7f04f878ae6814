import { type TableRow, tableLimits } from '@parvis/domain/tables/table';
import { TableStopped } from './table-stopped.js';

/** Gathers the rows that hold something, within the limits of a table. Throws TableStopped beyond them. */
export class RowCollector {
  readonly rows: TableRow[] = [];
  private characters = 0;

  add(line: number, cells: readonly string[]): void {
    const kept = trimmed(cells);
    if (kept.length === 0) return;
    if (kept.length > tableLimits.columns) throw new TableStopped('too-many-columns', line);
    if (this.rows.length >= tableLimits.rows) throw new TableStopped('too-many-rows', line);
    for (const cell of kept) this.characters += cell.length;
    if (this.characters > tableLimits.characters) throw new TableStopped('too-large', line);
    this.rows.push({ line, cells: kept });
  }
}

const trimmed = (cells: readonly string[]): string[] => {
  const kept = Array.from(cells, (cell) => cell.slice(0, tableLimits.cellLength).trim());
  while (kept.at(-1) === '') kept.pop();
  return kept;
};
