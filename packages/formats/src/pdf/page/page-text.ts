import { PdfBroken } from '../pdf-broken.js';
import type { PdfFile } from '../pdf-file.js';
import { PdfOperator, PdfParser } from '../pdf-parser.js';
import {
  isArray,
  isDict,
  nameOf,
  type PdfDict,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from '../pdf-values.js';
import { type FontReader, readFont } from './font-reader.js';
import { type Matrix, matrixOf, times, unchanged } from './matrix.js';
import type { Page } from './page-tree.js';

/** What the pages of one file share: what may be spent on them, and fonts already read. */
export interface TextReading {
  /** Bytes of page contents without their filters. */
  bytes: number;
  tokens: number;
  /** Forms and images drawn, fonts read, characters shown. */
  drawings: number;
  fontCount: number;
  characters: number;
  readonly fonts: Map<number, FontReader>;
}

/** An invoice's pages take some tens of thousands of bytes; no more than a few tenths of a second are spent on any. */
export const newTextReading = (): TextReading => ({
  bytes: 8 * 1024 * 1024,
  tokens: 1_000_000,
  drawings: 5_000,
  fontCount: 200,
  characters: 4_000_000,
  fonts: new Map(),
});

/** Text of pages, and how far it can be trusted. */
export interface PageText {
  readonly text: string;
  /** Characters whose meaning the file gives, and those it does not. */
  readonly understood: number;
  readonly unknown: number;
}

const maximumFormDepth = 6;
const maximumOperands = 200;
/** In parts of the font size: closer than this, pieces of text are one word. */
const gapOfWords = 0.17;

/** The text a page shows, in the order it is drawn. Throws PdfBroken where it cannot be read or costs too much. */
export const textOfPage = (file: PdfFile, page: Page, reading: TextReading): PageText => {
  const reader = new PageReader(file, reading);
  reader.read(contentOf(file, page.dict.get('Contents'), reading), page.resources, 0);
  return reader.result();
};

const contentOf = (file: PdfFile, contents: PdfValue | undefined, reading: TextReading): string => {
  const resolved = file.resolve(contents);
  const streams = isArray(resolved) ? resolved.map(file.resolve) : [resolved];
  return streams
    .filter((stream) => stream instanceof PdfStream)
    .map((stream) => decode(file, stream, reading))
    .join('\n');
};

const decode = (file: PdfFile, stream: PdfStream, reading: TextReading): string => {
  if (reading.bytes <= 0) throw new PdfBroken('too much text');
  const bytes = file.decode(stream, reading.bytes);
  reading.bytes -= bytes.length;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
};

interface TextState {
  font: FontReader | undefined;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  matrix: Matrix;
}

class PageReader {
  private readonly pieces: string[] = [];
  /** By resources and name: the same few are asked for again and again. */
  private readonly named = new Map<PdfDict, Map<string, FontReader | undefined>>();
  private understood = 0;
  private unknown = 0;
  private state: TextState = {
    font: undefined,
    size: 1,
    characterSpace: 0,
    wordSpace: 0,
    scale: 1,
    leading: 0,
    matrix: unchanged,
  };
  private readonly saved: TextState[] = [];
  private textMatrix: Matrix = unchanged;
  private lineMatrix: Matrix = unchanged;
  /** Where the last text ended on the page. */
  private endedAt: { readonly x: number; readonly y: number } | undefined;

  constructor(
    private readonly file: PdfFile,
    private readonly reading: TextReading,
  ) {}

  result(): PageText {
    return { text: this.pieces.join(''), understood: this.understood, unknown: this.unknown };
  }

  read(content: string, resources: PdfDict, depth: number): void {
    const parser = new PdfParser(content);
    let operands: PdfValue[] = [];
    for (let token = parser.contentToken(); token !== undefined; token = parser.contentToken()) {
      if (--this.reading.tokens < 0) throw new PdfBroken('too much text');
      if (!(token instanceof PdfOperator)) {
        if (operands.length < maximumOperands) operands.push(token);
        continue;
      }
      if (token.name === 'ID') skipImage(parser, content);
      else if (token.name === 'Do') this.drawForm(operands[0], resources, depth);
      else this.operate(token.name, operands, resources);
      if (operands.length > 0) operands = [];
    }
  }

  private operate(operator: string, operands: readonly PdfValue[], resources: PdfDict): void {
    const { state } = this;
    const [first, second, third] = operands;
    switch (operator) {
      case 'q':
        if (this.saved.length < 1_000) this.saved.push({ ...state });
        return;
      case 'Q':
        this.state = this.saved.pop() ?? state;
        return;
      case 'cm':
        state.matrix = times(matrixOf(operands) ?? unchanged, state.matrix);
        return;
      case 'BT':
        this.textMatrix = unchanged;
        this.lineMatrix = unchanged;
        return;
      case 'Tf':
        state.font = this.fontNamed(nameOf(first), resources);
        state.size = numeric(second, 1);
        return;
      case 'Tc':
        state.characterSpace = numeric(first, 0);
        return;
      case 'Tw':
        state.wordSpace = numeric(first, 0);
        return;
      case 'Tz':
        state.scale = numeric(first, 100) / 100;
        return;
      case 'TL':
        state.leading = numeric(first, 0);
        return;
      case 'TD':
        state.leading = -numeric(second, 0);
        this.moveLine(numeric(first, 0), numeric(second, 0));
        return;
      case 'Td':
        this.moveLine(numeric(first, 0), numeric(second, 0));
        return;
      case 'Tm':
        this.lineMatrix = matrixOf(operands) ?? unchanged;
        this.textMatrix = this.lineMatrix;
        return;
      case 'T*':
        this.moveLine(0, -state.leading);
        return;
      case 'Tj':
        this.show(first);
        return;
      case "'":
        this.moveLine(0, -state.leading);
        this.show(first);
        return;
      case '"':
        state.wordSpace = numeric(first, 0);
        state.characterSpace = numeric(second, 0);
        this.moveLine(0, -state.leading);
        this.show(third);
        return;
      case 'TJ':
        this.showPieces(first);
    }
  }

  private moveLine(x: number, y: number): void {
    this.lineMatrix = times([1, 0, 0, 1, x, y], this.lineMatrix);
    this.textMatrix = this.lineMatrix;
  }

  private showPieces(pieces: PdfValue | undefined): void {
    if (!isArray(pieces)) return;
    for (const piece of pieces) {
      if (typeof piece === 'number') this.advance((-piece / 1000) * this.state.size * this.state.scale);
      else this.show(piece);
    }
  }

  private advance(by: number): void {
    this.textMatrix = times([1, 0, 0, 1, by, 0], this.textMatrix);
  }

  private show(value: PdfValue | undefined): void {
    const { font, size, characterSpace, wordSpace, scale } = this.state;
    if (!(value instanceof PdfString) || value.bytes === '') return;
    this.separate();
    const bytes = font?.codeBytes ?? 1;
    let width = 0;
    let text = '';
    for (let at = 0; at + bytes <= value.bytes.length; at += bytes) {
      const code = codeAt(value.bytes, at, bytes);
      const meaning = font?.textOf(code);
      if (meaning === undefined) this.unknown++;
      else this.understood++;
      text += meaning ?? '\uFFFD';
      if (text.length > this.reading.characters) throw new PdfBroken('too much text');
      width += ((font?.widthOf(code) ?? 0) / 1000) * size + characterSpace;
      if (bytes === 1 && code === 0x20) width += wordSpace;
    }
    this.reading.characters -= text.length;
    this.pieces.push(text);
    this.advance(width * scale);
    this.endedAt = this.place();
  }

  /** A new line, a space, or nothing, by where this text begins and the last one ended. */
  private separate(): void {
    const { endedAt } = this;
    if (!endedAt) return;
    const { x, y } = this.place();
    const matrix = times(this.textMatrix, this.state.matrix);
    const size = Math.abs(this.state.size) * Math.max(Math.hypot(matrix[2], matrix[3]), 1e-6);
    const [across, down] = [Math.abs(x - endedAt.x), Math.abs(y - endedAt.y)];
    if (down > size * 0.5 && across > size * 0.5) this.pieces.push('\n');
    else if (across > size * gapOfWords || down > size * gapOfWords) this.pieces.push(' ');
  }

  private place(): { readonly x: number; readonly y: number } {
    const matrix = times(this.textMatrix, this.state.matrix);
    return { x: matrix[4], y: matrix[5] };
  }

  private fontNamed(name: string | undefined, resources: PdfDict): FontReader | undefined {
    if (name === undefined) return undefined;
    const known = this.named.get(resources) ?? new Map<string, FontReader | undefined>();
    this.named.set(resources, known);
    if (!known.has(name)) known.set(name, this.readFont(this.file.dict(resources.get('Font'))?.get(name)));
    return known.get(name);
  }

  private readFont(value: PdfValue | undefined): FontReader | undefined {
    const known = value instanceof PdfRef ? this.reading.fonts.get(value.number) : undefined;
    if (known) return known;
    if (--this.reading.fontCount < 0) throw new PdfBroken('too many fonts');
    const dict = this.file.dict(value);
    const read = dict && readFont(this.file, dict, this.reading);
    if (read && value instanceof PdfRef) this.reading.fonts.set(value.number, read);
    return read;
  }

  private drawForm(named: PdfValue | undefined, resources: PdfDict, depth: number): void {
    if (--this.reading.drawings < 0) throw new PdfBroken('too much drawn');
    const name = nameOf(named);
    const form = this.file.resolve(this.file.dict(resources.get('XObject'))?.get(name ?? ''));
    if (!(form instanceof PdfStream) || nameOf(this.file.resolve(form.dict.get('Subtype'))) !== 'Form')
      return;
    if (depth >= maximumFormDepth) throw new PdfBroken('forms within forms');
    const matrix = this.file.resolve(form.dict.get('Matrix'));
    const own = this.file.dict(form.dict.get('Resources'));
    const before = { ...this.state };
    this.state.matrix = times((isArray(matrix) && matrixOf(matrix)) || unchanged, this.state.matrix);
    this.read(decode(this.file, form, this.reading), isDict(own) ? own : resources, depth + 1);
    this.state = before;
  }
}

/** The bytes of an image in the middle of the content: it ends with a word of its own. */
const skipImage = (parser: PdfParser, content: string): void => {
  const end = /[\s]EI(?=\s|$)/g;
  end.lastIndex = parser.position;
  parser.position = end.exec(content) ? end.lastIndex : content.length;
};

const codeAt = (bytes: string, at: number, length: number): number => {
  let code = 0;
  for (let index = 0; index < length; index++) code = code * 256 + bytes.charCodeAt(at + index);
  return code;
};

const numeric = (value: PdfValue | undefined, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
