import { PdfBroken } from './pdf-broken.js';
import { type PdfDict, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from './pdf-values.js';

const maximumDepth = 60;
/** What a byte is: nothing special, white space, or a delimiter (ISO 32000-2, 7.2.3). */
const regular = 0;
const white = 1;
const delimiter = 2;
const kinds = new Uint8Array(256);
for (const character of '\0\t\n\f\r ') kinds[character.charCodeAt(0)] = white;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter;

/** What a byte is worth as a hexadecimal digit. */
const noDigit = 255;
const digitValues = new Uint8Array(256).fill(noDigit);
for (const digit of '0123456789ABCDEFabcdef') digitValues[digit.charCodeAt(0)] = Number.parseInt(digit, 16);

/** A word of a page's content that says what to do with the values before it. */
export class PdfOperator {
  constructor(readonly name: string) {}
}

/** Reads PDF values one after the other from a text of one character a byte. Throws PdfBroken on anything else. */
export class PdfParser {
  constructor(
    private readonly text: string,
    public position = 0,
    /** Where the text begins in its file. */
    private readonly base = 0,
  ) {}

  /** How much of the text is left. */
  get rest(): number {
    return this.text.length - this.position;
  }

  /** The next value; a stream, where a dictionary is followed by one. */
  value(depth = 0): PdfValue {
    if (depth > maximumDepth) throw new PdfBroken('too deep');
    this.skipSpace();
    const character = this.text[this.position];
    if (character === undefined) throw new PdfBroken('unexpected end');
    if (character === '/') return this.name();
    if (character === '(') return this.literalString();
    if (character === '[') return this.array(depth);
    if (character === '<') return this.text[this.position + 1] === '<' ? this.dict(depth) : this.hexString();
    return this.word();
  }

  /** `12 0 obj` and the value behind it. */
  indirectObject(): { number: number; value: PdfValue } {
    const number = this.integer();
    this.integer();
    this.keyword('obj');
    const value = this.value();
    if (!(value instanceof Map)) return { number, value };
    this.skipSpace();
    return { number, value: this.startsWith('stream') ? this.stream(value) : value };
  }

  keyword(word: string): void {
    this.skipSpace();
    if (!this.startsWith(word)) throw new PdfBroken(`expected ${word}`);
    this.position += word.length;
  }

  integer(): number {
    this.skipSpace();
    const start = this.position;
    while (isDigit(this.text.charCodeAt(this.position))) this.position++;
    if (start === this.position || this.position - start > 15) throw new PdfBroken('expected a number');
    return Number(this.text.slice(start, this.position));
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  startsWith(word: string): boolean {
    return this.text.startsWith(word, this.position);
  }

  skipSpace(): void {
    while (this.position < this.text.length) {
      const code = this.text.charCodeAt(this.position);
      if (kinds[code] === white) this.position++;
      else if (code === percent) this.skipComment();
      else return;
    }
  }

  /** The next value or operator of a page's content; undefined at its end. */
  contentToken(): PdfValue | PdfOperator | undefined {
    this.skipSpace();
    if (this.position >= this.text.length) return undefined;
    const start = this.position;
    const kind = kinds[this.text.charCodeAt(start)];
    if (kind === delimiter) return this.delimited(start);
    this.skipRegular();
    const word = this.text.slice(start, this.position);
    const number = Number(word);
    if (!Number.isNaN(number)) return number;
    return new PdfOperator(word);
  }

  private delimited(start: number): PdfValue | PdfOperator {
    if ('/([<'.includes(this.text[start] ?? '')) return this.value();
    this.position++;
    return new PdfOperator(this.text[start] ?? '');
  }

  private skipComment(): void {
    while (this.position < this.text.length) {
      const code = this.text.charCodeAt(this.position);
      if (code === lineFeed || code === carriageReturn) return;
      this.position++;
    }
  }

  private stream(dict: PdfDict): PdfStream {
    this.position += 'stream'.length;
    if (this.text[this.position] === '\r') this.position++;
    if (this.text[this.position] === '\n') this.position++;
    return new PdfStream(dict, this.base + this.position);
  }

  private name(): PdfName {
    const start = ++this.position;
    this.skipRegular();
    const raw = this.text.slice(start, this.position);
    if (!raw.includes('#')) return new PdfName(raw);
    return new PdfName(
      raw.replaceAll(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  private array(depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    this.position++;
    for (;;) {
      this.skipSpace();
      if (this.text[this.position] === ']') {
        this.position++;
        return values;
      }
      values.push(this.value(depth + 1));
    }
  }

  private dict(depth: number): PdfDict {
    const dict = new Map<string, PdfValue>();
    this.position += 2;
    for (;;) {
      this.skipSpace();
      if (this.startsWith('>>')) {
        this.position += 2;
        return dict;
      }
      if (this.text[this.position] !== '/') throw new PdfBroken('expected a name');
      const { name } = this.name();
      dict.set(name, this.value(depth + 1));
    }
  }

  private literalString(): PdfString {
    let level = 1;
    let bytes = '';
    let start = ++this.position;
    for (; ; this.position++) {
      const character = this.text[this.position];
      if (character === undefined) throw new PdfBroken('unexpected end');
      if (character === '\\') {
        bytes += this.text.slice(start, this.position) + this.escape();
        start = this.position + 1;
      } else if (character === '(') level++;
      else if (character === ')' && --level === 0) break;
    }
    bytes += this.text.slice(start, this.position);
    this.position++;
    return new PdfString(bytes);
  }

  /** Leaves the position on the last character of the escape. */
  private escape(): string {
    const character = this.text[++this.position] ?? '';
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.position, this.position + 3))?.[0];
    if (octal !== undefined) {
      this.position += octal.length - 1;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    if (character === '\r' && this.text[this.position + 1] === '\n') this.position++;
    const known: Readonly<Record<string, string>> = {
      n: '\n',
      r: '\r',
      t: '\t',
      b: '\b',
      f: '\f',
      '\n': '',
      '\r': '',
    };
    return known[character] ?? character;
  }

  private hexString(): PdfString {
    const end = this.text.indexOf('>', this.position);
    if (end < 0) throw new PdfBroken('unexpected end');
    let bytes = '';
    let first = -1;
    for (let at = this.position + 1; at < end; at++) {
      const digit = digitValues[this.text.charCodeAt(at)] ?? noDigit;
      if (digit === noDigit) continue;
      if (first < 0) first = digit;
      else {
        bytes += String.fromCharCode(first * 16 + digit);
        first = -1;
      }
    }
    this.position = end + 1;
    // A digit without a second one stands before a 0 (7.3.4.3).
    return new PdfString(first < 0 ? bytes : bytes + String.fromCharCode(first * 16));
  }

  /** A number, a reference, or one of the words true, false, null. */
  private word(): PdfValue {
    const start = this.position;
    this.skipRegular();
    const word = this.text.slice(start, this.position);
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfBroken('not a value');
    const reference = /^\d{1,10}$/.test(word) ? this.restOfReference() : undefined;
    return reference === undefined ? Number(word) : new PdfRef(Number(word), reference);
  }

  private restOfReference(): number | undefined {
    const match = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      this.text.slice(this.position, this.position + 40),
    );
    if (!match) return undefined;
    this.position += match[0].length;
    return Number(match[1]);
  }

  private skipRegular(): void {
    while (this.position < this.text.length && kinds[this.text.charCodeAt(this.position)] === regular)
      this.position++;
  }
}

const percent = 0x25;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
