import { PdfBroken } from '../pdf-broken.js';
import type { PdfFile } from '../pdf-file.js';
import { isArray, isDict, nameOf, type PdfDict, PdfName, PdfStream } from '../pdf-values.js';
import { textOfGlyphName } from './glyph-names.js';
import { type CodeMap, readCodeMap } from './to-unicode.js';

/** How the strings a page shows in one font become text. */
export interface FontReader {
  readonly codeBytes: number;
  /** Undefined where the file does not say what the code means. */
  textOf(code: number): string | undefined;
  /** Advance in thousandths of the font size. */
  widthOf(code: number): number;
}

const maximumMapBytes = 2 * 1024 * 1024;
const maximumWidths = 70_000;
const usualWidth = 500;

/** What may still be spent, in bytes without filters. */
export interface FontBudget {
  bytes: number;
}

/** Never throws: a font that cannot be understood means nothing. */
export const readFont = (file: PdfFile, font: PdfDict, budget: FontBudget): FontReader => {
  const meanings = attempt(() => toUnicodeOf(file, font, budget));
  return nameOf(file.resolve(font.get('Subtype'))) === 'Type0'
    ? compositeFont(file, font, meanings)
    : simpleFont(file, font, meanings);
};

const toUnicodeOf = (file: PdfFile, font: PdfDict, budget: FontBudget): CodeMap | undefined => {
  const stream = file.resolve(font.get('ToUnicode'));
  if (!(stream instanceof PdfStream)) return undefined;
  if (budget.bytes <= 0) throw new PdfBroken('too much text');
  const bytes = file.decode(stream, Math.min(maximumMapBytes, budget.bytes));
  budget.bytes -= bytes.length;
  return readCodeMap(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
};

const compositeFont = (file: PdfFile, font: PdfDict, meanings: CodeMap | undefined): FontReader => {
  const descendants = file.resolve(font.get('DescendantFonts'));
  const descendant = isArray(descendants) ? file.dict(descendants[0]) : undefined;
  const widths = attempt(() => compositeWidths(file, descendant)) ?? new Map<number, number>();
  const usual = file.resolve(descendant?.get('DW'));
  const otherwise = typeof usual === 'number' ? usual : 1000;
  return {
    codeBytes: meanings?.codeBytes || 2,
    textOf: (code) => meanings?.texts.get(code),
    widthOf: (code) => widths.get(code) ?? otherwise,
  };
};

/** `[first [w w w] first last w]` */
const compositeWidths = (file: PdfFile, descendant: PdfDict | undefined): Map<number, number> => {
  const widths = new Map<number, number>();
  const entries = file.resolve(descendant?.get('W'));
  let left = maximumWidths;
  for (let index = 0; isArray(entries) && index < entries.length && left > 0; ) {
    const first = file.resolve(entries[index]);
    const second = file.resolve(entries[index + 1]);
    if (typeof first !== 'number') break;
    if (isArray(second)) {
      left -= second.length + 1;
      second.forEach((width, offset) => {
        if (typeof width === 'number') widths.set(first + offset, width);
      });
      index += 2;
    } else {
      const width = file.resolve(entries[index + 2]);
      if (typeof second !== 'number' || typeof width !== 'number') break;
      for (let code = first; code <= second && left > 0; code++, left--) widths.set(code, width);
      index += 3;
    }
  }
  return widths;
};

const simpleFont = (file: PdfFile, font: PdfDict, meanings: CodeMap | undefined): FontReader => {
  const encoding = encodingOf(file, font);
  const first = file.resolve(font.get('FirstChar'));
  const widths = file.resolve(font.get('Widths'));
  const start = typeof first === 'number' ? first : 0;
  return {
    codeBytes: 1,
    textOf: (code) => meanings?.texts.get(code) ?? encoding[code],
    widthOf: (code) => {
      const width = isArray(widths) ? file.resolve(widths[code - start]) : null;
      return typeof width === 'number' ? width : usualWidth;
    },
  };
};

const symbolic = 4;

/** Texts by code; empty for a font that keeps its encoding to itself. */
const encodingOf = (file: PdfFile, font: PdfDict): readonly (string | undefined)[] => {
  const given = file.resolve(font.get('Encoding'));
  const base =
    given instanceof PdfName
      ? given.name
      : nameOf(isDict(given) ? file.resolve(given.get('BaseEncoding')) : null);
  const texts = [...baseEncoding(base ?? (keepsItsEncoding(file, font) ? undefined : 'WinAnsiEncoding'))];
  const differences = isDict(given) ? file.resolve(given.get('Differences')) : null;
  let code = 0;
  for (const entry of isArray(differences) ? differences : []) {
    if (typeof entry === 'number') code = entry;
    else if (entry instanceof PdfName && code < 256) texts[code++] = textOfGlyphName(entry.name);
  }
  return texts;
};

const keepsItsEncoding = (file: PdfFile, font: PdfDict): boolean => {
  const flags = file.resolve(file.dict(font.get('FontDescriptor'))?.get('Flags'));
  return typeof flags === 'number' && (flags & symbolic) !== 0;
};

const decoded = new Map<string, readonly (string | undefined)[]>();

/** The encoding of Windows serves for Adobe's standard one too: they agree on letters without accents and on figures. */
const baseEncoding = (name: string | undefined): readonly (string | undefined)[] => {
  if (name === undefined) return [];
  const label = name === 'MacRomanEncoding' ? 'macintosh' : 'windows-1252';
  const known = decoded.get(label) ?? [
    ...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, code) => code)),
  ];
  decoded.set(label, known);
  return known;
};

const attempt = <Result>(act: () => Result): Result | undefined => {
  try {
    return act();
  } catch (error) {
    if (error instanceof PdfBroken) return undefined;
    throw error;
  }
};
