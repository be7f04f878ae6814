export const en = {
  exchange: 'Import, export',
  import: 'Import a file',
  exportCsv: 'Export as CSV',
  exportXlsx: 'Export as XLSX (Excel)',
} as const;
