export const fr = {
  exchange: 'Importer, exporter',
  import: 'Importer un fichier',
  exportCsv: 'Exporter en CSV',
  exportXlsx: 'Exporter en XLSX (Excel)',
} as const;
