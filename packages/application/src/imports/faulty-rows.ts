import type { Actor } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import { accept, type Result } from '@parvis/domain/result/result';
import type { WrittenCell } from '@parvis/domain/tables/table';
import type { ActRefusal } from '../refusals.js';
import type { FaultyRow } from './assess-import.js';
import { cellCauseText } from './cell-cause.js';
import type { NamedTable } from './export-table.js';
import { importDesks } from './import-desk.js';
import type { ImportCommand, ImportPorts } from './load-import.js';
import { makePreviewImport } from './preview-import.js';

export type ListFaultyRows = (
  command: ImportCommand & { readonly language: Language },
  actor: Actor,
) => Promise<Result<NamedTable, ActRefusal>>;

/** The faulty rows of a file as they were sent, with a column that says what is wrong: to be corrected and sent again. */
export const makeListFaultyRows = (ports: ImportPorts): ListFaultyRows => {
  const preview = makePreviewImport(ports);
  return async ({ language, ...command }, actor) => {
    const previewed = await preview(command, actor);
    if (!previewed.ok) return previewed;
    const { header, faultyRows } = previewed.value;
    const reason = language === 'fr' ? 'À corriger' : 'To correct';
    const headers = header.cells.filter((cell) => !isReason(cell));
    return accept({
      fileName: language === 'fr' ? 'lignes-a-corriger' : 'rows-to-correct',
      table: {
        name: reason,
        language,
        columns: [...headers, reason].map((text) => ({ header: text, kind: 'text' as const })),
        rows: rowsOf(faultyRows, header.cells, (row) => reasonOf(row, command.kind, language)),
      },
    });
  };
};

/** Our own column, of a file that has been here before. */
const isReason = (header: string): boolean => header === 'À corriger' || header === 'To correct';

async function* rowsOf(
  rows: readonly FaultyRow[],
  header: readonly string[],
  reason: (row: FaultyRow) => string,
): AsyncGenerator<readonly WrittenCell[]> {
  for (const faulty of rows) {
    const cells = header.flatMap((name, index) => (isReason(name) ? [] : [faulty.row.cells[index] ?? '']));
    yield [...cells, reason(faulty)];
  }
}

const reasonOf = ({ faults }: FaultyRow, kind: ImportCommand['kind'], language: Language): string =>
  faults
    .map((fault) => {
      const { message, nextStep } = cellCauseText(fault, language);
      const column = importDesks[kind].columns.find(({ key }) => key === fault.column)?.header[language];
      return `${column ?? fault.column}${language === 'fr' ? ' :' : ':'} ${message} ${nextStep}`;
    })
    .join(' ');
