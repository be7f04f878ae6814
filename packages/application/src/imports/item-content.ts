import type { WrittenCell } from '@parvis/domain/tables/table';
import type { ImportPlan } from './import-plan.js';

/** What a file can say of an item; two items of one content are the same to an import. */
export const contentOf = <Item, Values extends object>(plan: ImportPlan<Item, Values>, item: Item): string =>
  JSON.stringify(cellsOf(plan, item));

export const cellsOf = <Item, Values extends object>(
  plan: ImportPlan<Item, Values>,
  item: Item,
): WrittenCell[] =>
  keysOf(plan).map((key) => {
    const { of, write } = plan.columns[key];
    return normal(write(of(item), 'fr'));
  });

/** 1200 and 1200.00 are one amount. */
const normal = (cell: WrittenCell): WrittenCell =>
  cell !== null && typeof cell === 'object' && 'decimal' in cell
    ? { decimal: cell.decimal.replace(/\.0*$|(\.\d*?)0+$/, '$1') }
    : cell;

export const keysOf = <Item, Values extends object>({
  columns,
}: ImportPlan<Item, Values>): (keyof Values & string)[] => Object.keys(columns) as (keyof Values & string)[];
