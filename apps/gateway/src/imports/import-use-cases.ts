import { type ApplyImport, makeApplyImport } from '@parvis/application/imports/apply-import';
import { type ExportTable, makeExportTable } from '@parvis/application/imports/export-table';
import { type ListFaultyRows, makeListFaultyRows } from '@parvis/application/imports/faulty-rows';
import type { ImportPorts } from '@parvis/application/imports/load-import';
import { makePreviewImport, type PreviewImport } from '@parvis/application/imports/preview-import';
import type { TableFormat, WrittenTable } from '@parvis/domain/tables/table';

/** The bytes of a table, as its rows come. */
export type WriteTable = (format: TableFormat, table: WrittenTable) => AsyncIterable<Uint8Array>;

export interface ImportUseCases {
  readonly previewImport: PreviewImport;
  readonly applyImport: ApplyImport;
  readonly listFaultyRows: ListFaultyRows;
  readonly exportTable: ExportTable;
  readonly writeTable: WriteTable;
}

export const makeImportUseCases = ({
  writeTable,
  ...ports
}: ImportPorts & { readonly writeTable: WriteTable }): ImportUseCases => ({
  previewImport: makePreviewImport(ports),
  applyImport: makeApplyImport(ports),
  listFaultyRows: makeListFaultyRows(ports),
  exportTable: makeExportTable(ports),
  writeTable,
});
