import { accept, type Result } from '@parvis/domain/result/result';
import type { Table, TableRow, WrittenCell } from '@parvis/domain/tables/table';
import type { Stores } from '../ports/work.js';
import type { ValueChange } from '../settings/settings-trace.js';
import type { ImportPlan, ImportScene } from './import-plan.js';
import type { ImportRefusal } from './import-refusal.js';
import { cellsOf, contentOf, keysOf } from './item-content.js';
import { type ImportFault, type ParsedRow, parseRows } from './parse-rows.js';

/** What an import would do, row by row, and what it takes to do it. */
export interface Assessment {
  readonly counts: ImportCounts;
  readonly faults: readonly ImportFault[];
  /** The first rows that would change something, then the others. */
  readonly shown: readonly ShownRow[];
  /** The first items that would change, by their key, with each value before and after. */
  readonly changed: readonly ValueChange[];
  /** Headers without meaning here, as written. */
  readonly ignored: readonly string[];
  readonly header: TableRow;
  /** With something wrong in them, in the order of the file. */
  readonly faultyRows: readonly FaultyRow[];
  /** Told apart from any other state of the file and of what is stored. */
  readonly fingerprint: string;
  /** Writes it all, inside the unit of work that assessed it. */
  readonly write: () => Promise<void>;
}

export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
  /** Open ones that the file does not name; they are closed when that is asked for. */
  readonly missing: number;
}

export interface FaultyRow {
  readonly row: TableRow;
  readonly faults: readonly ImportFault[];
}

export interface ShownRow {
  readonly line: number;
  readonly change: 'added' | 'changed' | 'unchanged';
  readonly cells: readonly { readonly cell: WrittenCell; readonly before?: WrittenCell }[];
}

export interface ImportAsked {
  readonly closeMissing: boolean;
}

export type Assess = (
  stores: Stores,
  table: Table,
  scene: ImportScene,
  asked: ImportAsked,
) => Promise<Result<Assessment, ImportRefusal>>;

const rowsShown = 20;

/** How many of those changed the history names; beyond, the count says it. */
const changedNamed = 10;

/** Holds a table against what is stored. Nothing is written. */
export const makeAssess =
  <Item, Values extends object>(plan: ImportPlan<Item, Values>): Assess =>
  async (stores, table, scene, { closeMissing }) => {
    const items = await plan.load(stores, scene.structureId);
    const stored = new Map(items.map((item) => [plan.keyOf(item), item]));
    const parsed = await parseRows(plan, table, stored, scene);
    if (!parsed.ok) return parsed;
    const { rows, columns } = parsed.value;
    const judged = rows.map((row) => ({ row, change: changeOf(plan, row) }));
    const named = new Set(rows.flatMap(({ item }) => (item === undefined ? [] : [plan.keyOf(item)])));
    const missing = items.filter(
      (item) => !named.has(plan.keyOf(item)) && plan.isOpen(item) && plan.mayClose(item, scene),
    );
    const faultyRows = rows.filter(({ faults }) => faults.length > 0);
    const count = (wanted: Change): number => judged.filter(({ change }) => change === wanted).length;
    const written = judged.flatMap(({ row: { item }, change }) =>
      item !== undefined && (change === 'added' || change === 'changed') ? [item] : [],
    );
    const closed = closeMissing ? missing.map((item) => plan.close(item, scene)) : [];
    return accept({
      counts: {
        rows: rows.length,
        added: count('added'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        faulty: faultyRows.length,
        missing: missing.length,
      },
      faults: faultyRows.flatMap(({ faults }) => faults),
      faultyRows,
      shown: shownRows(plan, judged),
      changed: judged
        .flatMap(({ row: { item, before }, change }) =>
          change === 'changed' && item !== undefined && before !== undefined ? [{ item, before }] : [],
        )
        .slice(0, changedNamed)
        .flatMap(({ item, before }) => valueChanges(plan, item, before)),
      ignored: columns.ignored,
      header: table.rows[0] ?? { line: 1, cells: [] },
      fingerprint: JSON.stringify([
        judged.map(({ row, change }) => fingerprintOf(plan, row, change)),
        closeMissing ? missing.map((item) => contentOf(plan, item)) : null,
      ]),
      write: () => plan.put(stores, scene, [...written, ...closed]),
    });
  };

type Change = ShownRow['change'] | 'faulty';

interface Judged<Item> {
  readonly row: ParsedRow<Item>;
  readonly change: Change;
}

const changeOf = <Item, Values extends object>(
  plan: ImportPlan<Item, Values>,
  { item, before }: ParsedRow<Item>,
): Change => {
  if (item === undefined) return 'faulty';
  if (before === undefined) return 'added';
  return contentOf(plan, item) === contentOf(plan, before) ? 'unchanged' : 'changed';
};

/** As paths of key and column: `CANTINE.name`. */
const valueChanges = <Item, Values extends object>(
  plan: ImportPlan<Item, Values>,
  item: Item,
  before: Item,
): ValueChange[] => {
  const [now, then] = [cellsOf(plan, item), cellsOf(plan, before)];
  const keys = keysOf(plan);
  const key = plainOf(now[keys.indexOf(plan.keyColumn)]);
  return keys.flatMap((column, index) => {
    const [was, is] = [plainOf(then[index]), plainOf(now[index])];
    return was === is ? [] : [{ field: `${key}.${column}`, before: was, after: is }];
  });
};

const plainOf = (cell: WrittenCell | undefined): ValueChange['before'] => {
  if (cell === undefined || cell === null) return null;
  return typeof cell === 'object' ? (Object.values(cell).map(String)[0] ?? null) : cell;
};

/** The file is known by its own hash: of each row only what it would meet. */
const fingerprintOf = <Item, Values extends object>(
  plan: ImportPlan<Item, Values>,
  { before }: ParsedRow<Item>,
  change: Change,
): string => (change === 'changed' && before !== undefined ? contentOf(plan, before) : change);

const order: readonly Change[] = ['changed', 'added', 'unchanged'];

const shownRows = <Item, Values extends object>(
  plan: ImportPlan<Item, Values>,
  judged: readonly Judged<Item>[],
): ShownRow[] =>
  order
    .flatMap((wanted) => judged.filter(({ change }) => change === wanted).slice(0, rowsShown))
    .slice(0, rowsShown)
    .flatMap(({ row, change }) => (change === 'faulty' ? [] : [shownRow(plan, row, change)]));

const shownRow = <Item, Values extends object>(
  plan: ImportPlan<Item, Values>,
  { row, item, before }: ParsedRow<Item>,
  change: ShownRow['change'],
): ShownRow => {
  const now = item === undefined ? [] : cellsOf(plan, item);
  const then = before === undefined ? now : cellsOf(plan, before);
  return {
    line: row.line,
    change,
    cells: now.map((cell, index) => {
      const old = then[index] ?? null;
      return JSON.stringify(old) === JSON.stringify(cell) ? { cell } : { cell, before: old };
    }),
  };
};
