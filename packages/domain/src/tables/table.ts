/** A table as a file holds it: CSV or XLSX. */
export interface Table {
  readonly format: TableFormat;
  /** Rows that hold something, in their order; which of them is the header is for the reader to say. */
  readonly rows: readonly TableRow[];
}

export type TableFormat = 'csv' | 'xlsx';

export const tableFormats: readonly TableFormat[] = ['csv', 'xlsx'];

export interface TableRow {
  /** As the sender's own program counts them, from 1. */
  readonly line: number;
  /**
   * Texts by column, trimmed; the empty ones at the end are left out. Days are `2026-03-14`, numbers plain decimals with
   * a point when the file knows them to be such, yes and no `true` and `false`.
   */
  readonly cells: readonly string[];
}

/** Why a file gives no table. */
export type TableProblem =
  /** Neither CSV nor XLSX: an image, a PDF, another archive. */
  | 'not-a-table'
  /** A workbook of Excel 97, or one locked with a password: both come in the same wrapping. */
  | 'old-or-locked'
  | 'broken'
  | 'empty'
  | 'unclosed-quote'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-large'
  | 'too-complex';

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: TableProblem; readonly line?: number };

export const tableLimits = {
  /** Header included. */
  rows: 50_001,
  columns: 100,
  /** Characters of one cell that are kept: one more than any value of ours may have, so that too long shows. */
  cellLength: 2_001,
  /** Characters of a whole table. */
  characters: 30_000_000,
} as const;

/** What a cell is when we write it: text stays text, whatever it looks like. */
export type WrittenCell = string | { readonly decimal: string } | { readonly day: string } | null;

/** What we write: its name on the sheet, then row after row; the first one is the header. */
export interface WrittenTable {
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly columns: readonly WrittenColumn[];
  readonly rows: AsyncIterable<readonly WrittenCell[]>;
}

export interface WrittenColumn {
  readonly header: string;
  readonly kind: 'text' | 'amount' | 'day';
  /** In characters, where the format knows widths. */
  readonly width?: number;
}
