import { PdfOperator, PdfParser } from '../pdf-parser.js';
import { isArray, PdfString, type PdfValue } from '../pdf-values.js';

/** What codes mean, and how many bytes a code has. */
export interface CodeMap {
  readonly texts: ReadonlyMap<number, string>;
  /** Bytes of a code where the map says it; 0 where it does not. */
  readonly codeBytes: number;
}

/** Meanings given, one and the same code counted each time: a map may not cost more than it says. */
const maximumEntries = 70_000;
/** A ligature of more letters does not exist. */
const longestMeaning = 16;

/** Reads a ToUnicode character map (ISO 32000-2, 9.10.3), as far as it goes. Throws PdfBroken on what is none. */
export const readCodeMap = (text: string): CodeMap => {
  const texts = new Meanings();
  const parser = new PdfParser(text);
  let codeBytes = 0;
  let operands: PdfValue[] = [];
  for (let token = parser.contentToken(); token !== undefined; token = parser.contentToken()) {
    if (!(token instanceof PdfOperator)) {
      operands.push(token);
      continue;
    }
    if (token.name === 'endcodespacerange') codeBytes = Math.max(0, ...operands.map(lengthOf));
    if (token.name === 'endbfchar') addCharacters(texts, operands);
    if (token.name === 'endbfrange') addRanges(texts, operands);
    operands = [];
    if (texts.isFull) break;
  }
  return { texts: texts.byCode, codeBytes };
};

class Meanings {
  readonly byCode = new Map<number, string>();
  private given = 0;

  get isFull(): boolean {
    return this.given >= maximumEntries;
  }

  set(code: number, meaning: string): void {
    if (this.isFull) return;
    this.given++;
    this.byCode.set(code, meaning);
  }
}

const addCharacters = (texts: Meanings, operands: readonly PdfValue[]): void => {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const meaning = operands[index + 1];
    if (meaning instanceof PdfString) texts.set(codeOf(operands[index]), utf16(meaning.bytes));
  }
};

const addRanges = (texts: Meanings, operands: readonly PdfValue[]): void => {
  for (let index = 0; index + 2 < operands.length && !texts.isFull; index += 3) {
    const first = codeOf(operands[index]);
    const last = Math.min(codeOf(operands[index + 1]), first + 0xffff);
    const meaning = operands[index + 2];
    if (isArray(meaning))
      meaning.forEach((one, offset) => {
        if (one instanceof PdfString) texts.set(first + offset, utf16(one.bytes));
      });
    else if (meaning instanceof PdfString) addRun(texts, first, last, utf16(meaning.bytes));
  }
};

/** The last character of the meaning counts up with the code. */
const addRun = (texts: Meanings, first: number, last: number, meaning: string): void => {
  const characters = [...meaning];
  const start = characters.pop()?.codePointAt(0);
  if (start === undefined) return;
  for (let code = first; code <= last && !texts.isFull; code++) {
    const point = start + code - first;
    if (point <= 0x10ffff) texts.set(code, characters.join('') + String.fromCodePoint(point));
  }
};

const lengthOf = (value: PdfValue): number => (value instanceof PdfString ? value.bytes.length : 0);

const codeOf = (value: PdfValue | undefined): number => {
  let code = 0;
  if (value instanceof PdfString)
    for (let index = 0; index < Math.min(value.bytes.length, 4); index++)
      code = code * 256 + value.bytes.charCodeAt(index);
  return code;
};

const utf16 = (bytes: string): string => {
  if (bytes.length === 1) return bytes;
  let text = '';
  for (let index = 0; index + 1 < Math.min(bytes.length, longestMeaning * 2); index += 2)
    text += String.fromCharCode(bytes.charCodeAt(index) * 256 + bytes.charCodeAt(index + 1));
  return text;
};
