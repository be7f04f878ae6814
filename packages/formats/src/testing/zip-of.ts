import { writeZip } from '../tables/write-zip.js';

/** A ZIP archive of these parts. */
export const zipOf = (parts: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  bytesOf(writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: [text] }))));

export const bytesOf = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook as Excel saves it: shared texts, styles, relations; `extra` adds parts or puts others in their place. */
export const workbookOf = (
  sheetData: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> =>
  zipOf({
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Cachée" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Services" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-40C]dd\\ mmm\\ yyyy;@"/><numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;jours&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>Code</t></si><si><r><t>Libel</t></r><r><rPr><b/></rPr><t>lé</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si><si><t>00123</t></si></sst>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>`,
    ...extra,
  });
