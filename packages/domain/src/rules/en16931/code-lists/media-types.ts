import { codeList } from './code-list.js';

/** What an attachment may be: the IANA media types that EN 16931 names. 6 codes (EN 16931 artefacts 1.3.16, April 2026). */
export const mediaTypes = codeList(`
application/pdf application/vnd.oasis.opendocument.spreadsheet
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet image/jpeg image/png text/csv
`);
