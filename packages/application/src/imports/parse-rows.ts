import { setImmediate } from 'node:timers/promises';
import { accept, type Result } from '@parvis/domain/result/result';
import type { Table, TableRow } from '@parvis/domain/tables/table';
import type { CellCause } from './cell-cause.js';
import type { ImportPlan, ImportScene } from './import-plan.js';
import type { ImportRefusal } from './import-refusal.js';
import { contentOf } from './item-content.js';
import { type MatchedColumns, matchColumns } from './match-columns.js';

/** One thing that is wrong in a file. */
export interface ImportFault extends CellCause {
  /** As the spreadsheet counts. */
  readonly line: number;
  /** The key of the column. */
  readonly column: string;
  /** What stands in the cell. */
  readonly value: string;
}

export interface ParsedRow<Item> {
  readonly row: TableRow;
  readonly faults: readonly ImportFault[];
  /** Absent when the row is faulty. */
  readonly item?: Item;
  /** What bears the same key now. */
  readonly before?: Item;
}

export interface ParsedRows<Item> {
  readonly columns: MatchedColumns;
  readonly rows: readonly ParsedRow<Item>[];
}

/** So many rows are worked through before others get their turn. */
const rowsAtOnce = 500;

/** Reads the rows of a table by a plan: every fault of every row, none hidden by another of its own cells. */
export const parseRows = async <Item, Values extends object>(
  plan: ImportPlan<Item, Values>,
  table: Table,
  stored: ReadonlyMap<string, Item>,
  scene: ImportScene,
): Promise<Result<ParsedRows<Item>, ImportRefusal>> => {
  const [header, ...rows] = table.rows;
  const columns = matchColumns(header ?? { line: 1, cells: [] }, plan.columns as Columns);
  if (!columns.ok) return columns;
  if (rows.length === 0) return { ok: false, refusal: { code: 'import-no-rows' } };
  const parser = new RowParser(plan, columns.value, stored, scene);
  const parsed: ParsedRow<Item>[] = [];
  for (const [index, row] of rows.entries()) {
    parsed.push(parser.parse(row));
    if (index % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
  }
  return accept({ columns: columns.value, rows: parsed });
};

type Columns = Parameters<typeof matchColumns>[1];

class RowParser<Item, Values extends object> {
  /** The line in which each key was met first. */
  private readonly lines = new Map<string, number>();
  private readonly keys: readonly (keyof Values & string)[];

  constructor(
    private readonly plan: ImportPlan<Item, Values>,
    private readonly matched: MatchedColumns,
    private readonly stored: ReadonlyMap<string, Item>,
    private readonly scene: ImportScene,
  ) {
    this.keys = Object.keys(plan.columns) as (keyof Values & string)[];
  }

  parse(row: TableRow): ParsedRow<Item> {
    const { plan } = this;
    const read = this.readCells(row);
    const faults = [...read.faults];
    const first = this.build(read.values, undefined);
    const keyFault = faults.some(({ column }) => column === plan.keyColumn);
    if (!keyFault) {
      const key = plan.keyOf(first);
      const before = this.stored.get(key);
      const twice = this.lines.get(key);
      if (twice === undefined) this.lines.set(key, row.line);
      else faults.push(this.fault(row, plan.keyColumn, { cause: 'twice', values: { line: String(twice) } }));
      if (faults.length === 0) {
        const item = this.build(read.values, before);
        const found = this.check(row, item, before);
        return { row, faults: found, ...(found.length === 0 && { item }), ...(before && { before }) };
      }
    }
    return { row, faults };
  }

  private check(row: TableRow, item: Item, before: Item | undefined): ImportFault[] {
    const { plan, scene } = this;
    const found = plan.check(item, before, scene);
    // Whoever may not touch what a row names learns nothing else of it: faults are found in what stands there too.
    const beyond = found.filter(({ cause }) => cause === 'out-of-reach');
    const isOthers =
      before !== undefined &&
      plan.isKeptElsewhere(before) &&
      contentOf(plan, item) !== contentOf(plan, before);
    if (beyond.length === 0 && isOthers)
      return [this.fault(row, plan.keyColumn, { cause: 'kept-elsewhere' })];
    return (beyond.length > 0 ? beyond : found).map(({ column, ...cause }) => this.fault(row, column, cause));
  }

  private readCells(row: TableRow) {
    const faults: ImportFault[] = [];
    const values: Partial<Values> = {};
    for (const key of this.keys) {
      const index = this.matched.indexes.get(key);
      if (index === undefined) continue;
      const reading = this.plan.columns[key].read(row.cells[index] ?? '');
      if (reading.ok) values[key] = reading.value;
      else faults.push(this.fault(row, key, reading));
    }
    return { values, faults };
  }

  /** Columns the file does not have say what they said before. */
  private build(read: Partial<Values>, before: Item | undefined): Item {
    const values = Object.fromEntries(
      this.keys.map((key) => {
        const column = this.plan.columns[key];
        if (key in read) return [key, read[key]];
        return [key, before === undefined ? column.absent : column.of(before)];
      }),
    ) as Values;
    return this.plan.build(values, before, this.scene);
  }

  private fault(row: TableRow, column: keyof Values & string, { cause, values }: CellCause): ImportFault {
    const index = this.matched.indexes.get(column);
    const value = (index === undefined ? undefined : row.cells[index]) ?? '';
    return { line: row.line, column, value: value.slice(0, 200), cause, ...(values && { values }) };
  }
}
