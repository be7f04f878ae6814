import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and numbers stand at the end, so that their digits line up. */
  readonly align?: 'start' | 'end' | undefined;
  readonly sortable?: boolean | undefined;
  /** CSS width: `7rem`, `20%`. */
  readonly width?: string | undefined;
  /** Never broken over two lines: dates, amounts, codes. */
  readonly nowrap?: boolean | undefined;
  /**
   * Where the fact goes when the table becomes cards at 390 px: who (`title`), how much (`amount`), by when (`deadline`),
   * `status`, a labelled line (`detail`), or nowhere (`hidden`, unless told otherwise).
   */
  readonly cardRole?: 'title' | 'amount' | 'deadline' | 'status' | 'detail' | 'hidden' | undefined;
}

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}
