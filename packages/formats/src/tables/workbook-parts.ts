import { decodeText } from '../xml/decode-text.js';
import { scanXml, type XmlTarget } from '../xml/scan-xml.js';
import type { XmlTag } from '../xml/xml-tag.js';
import { NumberFormats, type NumberKind } from './number-formats.js';
import type { ZipArchive } from './read-zip.js';
import { TableStopped } from './table-stopped.js';

/** What a sheet needs from the rest of its workbook (ECMA-376, part 1, 18.2 to 18.8). */
export interface Workbook {
  readonly sheet: Uint8Array;
  readonly texts: readonly string[];
  /** By the style index of a cell. */
  readonly kindOfStyle: (style: number) => NumberKind;
  /** Days are counted from 1904 (Excel for Mac, once) rather than from 1900. */
  readonly from1904: boolean;
}

/** Scans one part; macros, pictures and whatever else the archive holds are never opened. */
export const scanPart = (bytes: Uint8Array, target: XmlTarget): void =>
  scanXml(decodeText(bytes).bytes, target);

export const attributeOf = ({ attributes }: XmlTag, local: string): string | undefined =>
  attributes.find((attribute) => attribute.local === local)?.value;

/** The first sheet that is not hidden, with what its cells refer to. */
export const openWorkbook = (zip: ZipArchive): Workbook => {
  const workbook = zip.read('xl/workbook.xml');
  if (!workbook) throw new TableStopped('not-a-table');
  const { sheetRelation, from1904 } = readWorkbook(workbook);
  const places = readRelations(zip.read('xl/_rels/workbook.xml.rels'));
  const sheet = zip.read(places.get(sheetRelation) ?? 'xl/worksheets/sheet1.xml');
  if (!sheet) throw new TableStopped('broken');
  const styles = zip.read('xl/styles.xml');
  const texts = zip.read('xl/sharedStrings.xml');
  const formats = new NumberFormats();
  if (styles) scanPart(styles, formats.target);
  return {
    sheet,
    texts: texts ? readTexts(texts) : [],
    kindOfStyle: (style) => formats.kindOf(style),
    from1904,
  };
};

const readWorkbook = (bytes: Uint8Array): { readonly sheetRelation: string; readonly from1904: boolean } => {
  let sheetRelation: string | undefined;
  let from1904 = false;
  scanPart(bytes, {
    open: (tag) => {
      if (tag.local === 'workbookPr') from1904 = isTrue(attributeOf(tag, 'date1904'));
      if (tag.local !== 'sheet' || sheetRelation !== undefined) return;
      const state = attributeOf(tag, 'state') ?? 'visible';
      if (state === 'visible') sheetRelation = attributeOf(tag, 'id');
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { sheetRelation: sheetRelation ?? '', from1904 };
};

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** From the identifier of a relation to the part it names. */
const readRelations = (bytes: Uint8Array | undefined): ReadonlyMap<string, string> => {
  const places = new Map<string, string>();
  if (!bytes) return places;
  scanPart(bytes, {
    open: (tag) => {
      const id = attributeOf(tag, 'Id');
      const target = attributeOf(tag, 'Target');
      if (id === undefined || target === undefined) return;
      places.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return places;
};

const mostTexts = 2_000_000;

/** The shared texts, in their order: `si` holds `t`, or runs `r` of `t`; readings in kana (`rPh`) are left out. */
const readTexts = (bytes: Uint8Array): string[] => {
  const texts: string[] = [];
  const open: string[] = [];
  let current = '';
  scanPart(bytes, {
    open: ({ local }) => {
      open.push(local);
      if (local === 'si') current = '';
    },
    text: (piece) => {
      if (open.at(-1) === 't' && !open.includes('rPh')) current += piece;
    },
    close: () => {
      if (open.pop() !== 'si') return;
      if (texts.length >= mostTexts) throw new TableStopped('too-large');
      texts.push(current);
    },
  });
  return texts;
};
