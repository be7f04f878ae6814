import type { ReactNode } from 'react';
import type { Column, Sort } from './column.js';

export interface DataTableProps<Row> {
  /** What the table holds, for screen readers: "Factures reçues". */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The row in a few words, for the names of its link and its box: "F-2026-0042, Papeterie du Bocage". */
  readonly rowLabel: (row: Row) => string;
  readonly rowHref?: ((row: Row) => string) | undefined;
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  readonly density?: 'comfortable' | 'compact' | undefined;
  readonly loading?: boolean | undefined;
  /** Shown instead of the table when there is no row: an `EmptyState`. */
  readonly empty?: ReactNode;
  /** Shown instead of the table: a `BrokenState`. */
  readonly broken?: ReactNode;
  /** Of all pages, when known. */
  readonly total?: number | undefined;
  /** There are more than `total`, how many is not known. */
  readonly moreThanTotal?: boolean | undefined;
  readonly onLoadMore?: (() => void) | undefined;
  readonly loadingMore?: boolean | undefined;
}
