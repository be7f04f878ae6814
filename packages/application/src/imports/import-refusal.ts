import type { Bilingual } from '@parvis/domain/display/language';
import type { TableProblem } from '@parvis/domain/tables/table';

/** Why a file cannot be imported as a whole; rows that are wrong are named one by one instead. */
export type ImportRefusal =
  | { readonly code: 'import-unreadable'; readonly problem: TableProblem; readonly line?: number }
  | { readonly code: 'import-columns-missing'; readonly columns: readonly Bilingual[] }
  | { readonly code: 'import-column-twice'; readonly column: string }
  /** A header and nothing below. */
  | { readonly code: 'import-no-rows' }
  /** Nothing is imported while a row is wrong. */
  | { readonly code: 'import-faulty'; readonly rows: number }
  /** The file or what is stored is no longer what was shown. */
  | { readonly code: 'import-changed' };
