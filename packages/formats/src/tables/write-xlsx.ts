import type { WrittenCell, WrittenColumn, WrittenTable } from '@parvis/domain/tables/table';
import { forbidden } from '../write/xml-text.js';
import { writeZip } from './write-zip.js';

/** Writes one sheet as an XLSX workbook, row by row. Texts are texts: zeros stay, nothing becomes a formula. */
export const writeXlsx = (table: WrittenTable): AsyncGenerator<Uint8Array> =>
  writeZip([
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [relations('officeDocument', 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', content: [workbook(table.name)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml')],
    },
    { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(table) },
  ]);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

const relations = (...pairs: readonly string[]): string => {
  const lines: string[] = [];
  for (let index = 0; index < pairs.length; index += 2)
    lines.push(
      `<Relationship Id="rId${index / 2 + 1}" Type="${RELATIONS}/${pairs[index]}" Target="${pairs[index + 1]}"/>`,
    );
  return `${declaration}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
};

/** Excel takes 31 characters and none of these in the name of a sheet. */
const workbook = (name: string): string =>
  `${declaration}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Which of `cellXfs` below a cell wears. */
const style = { header: 1, text: 2, amount: 3, day: 4 } as const;

const styles = `${declaration}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const piecesBytes = 32_768;

async function* sheet({ columns, rows }: WrittenTable): AsyncGenerator<string> {
  let text = `${declaration}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(columnWidth).join('')}</cols><sheetData>`;
  text += row(columns.map(({ header }) => textCell(header, style.header)));
  for await (const cells of rows) {
    text += row(cells.map(cellXml));
    if (text.length < piecesBytes) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData></worksheet>`;
}

/** What is typed later into a column of codes keeps its zeros too. */
const columnWidth = ({ kind, width = 18 }: WrittenColumn, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style[kind]}" customWidth="1"/>`;

const row = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

const cellXml = (cell: WrittenCell): string => {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'string') return textCell(cell, style.text);
  if ('decimal' in cell) return `<c s="${style.amount}"><v>${cell.decimal}</v></c>`;
  return `<c s="${style.day}"><v>${dayNumber(cell.day)}</v></c>`;
};

const textCell = (text: string, wears: number): string =>
  `<c s="${wears}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const dayNumber = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** What XML 1.0 cannot hold at all is left out. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll(forbidden, '');
