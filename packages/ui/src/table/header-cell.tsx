import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { Column, Sort } from './column.js';
import classes from './data-table.module.css';

export interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** The head of a column; pressing it sorts, pressing again turns the order round. */
export function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const { key, header, align, width, sortable } = column;
  const direction = sort?.key === key ? sort.direction : undefined;
  const Icon =
    direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort;
  return (
    <th
      scope="col"
      data-align={align}
      style={{ width }}
      aria-sort={sortable ? (direction ?? 'none') : undefined}
    >
      {sortable && onSort ? (
        <button
          type="button"
          className={classes.sort}
          data-active={direction ? '' : undefined}
          onClick={() => onSort({ key, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
        >
          {header}
          <Icon size={14} stroke={2} aria-hidden />
        </button>
      ) : (
        header
      )}
    </th>
  );
}
