import { limits } from '../reading/limits.js';
import { stopReading } from '../reading/read-fault.js';
import type { WrittenBytes } from './written-bytes.js';
import { byte, inRaw, isNoCharacter, meaning } from './xml-bytes.js';

/** What makes a document not well formed; the value `problem` of PV-READ-NOT-WELL-FORMED. */
export type XmlProblem =
  | 'attribute'
  | 'attribute-twice'
  | 'cdata-end-in-text'
  | 'character'
  | 'comment'
  | 'declaration'
  | 'end-tag'
  | 'instruction'
  | 'less-than-in-value'
  | 'markup'
  | 'name'
  | 'namespace'
  | 'no-root'
  | 'outside-root'
  | 'prefix'
  | 'reference'
  | 'second-root'
  | 'unclosed';

const mostNames = 2_000;

/**
 * A string cut from another keeps it alive, here a whole document; a copy does not. The name of a property is the copy
 * that the engine shares with the same name written in our code, so that comparing them is comparing addresses.
 */
export const ownCopy = (text: string): string => Object.keys({ [text]: true })[0] ?? text;

/** A document as valid UTF-8, and the same bytes as text of one character a byte, from which strings are cut. */
export class XmlSource {
  readonly latin: string;
  readonly end: number;
  private readonly buffer: Buffer;
  private readonly view: DataView;
  private readonly names = new Map<string, string>();

  constructor(readonly bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.latin = this.buffer.toString('latin1');
    this.end = bytes.length;
  }

  /** Whether these bytes stand at an offset. */
  holds(written: WrittenBytes, at: number): boolean {
    return at + written.length <= this.end && written.standAt(this.view, at);
  }

  /** The text between two offsets, whatever stands there. */
  cut(start: number, end: number): string {
    return this.buffer.toString('utf8', start, end);
  }

  /** A name, most often of ASCII. */
  cutName(start: number, end: number): string {
    for (let at = start; at < end; at++) if ((this.bytes[at] ?? 0) >= 0x80) return this.cut(start, end);
    return this.latin.slice(start, end);
  }

  /** Few different names stand in an invoice: one string each makes every later comparison one of addresses. */
  interned(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    if (this.names.size >= mostNames || name.length > limits.nameLength) return name;
    const own = ownCopy(name);
    this.names.set(own, own);
    return own;
  }

  /** Stops at an offset, with what stands there to show (none: the next few characters). */
  malformed(problem: XmlProblem, at: number, detail: string = this.excerpt(at)): never {
    return stopReading('PV-READ-NOT-WELL-FORMED', { ...this.place(at), problem, detail });
  }

  /** Line and column from 1; counted only when something is wrong. */
  place(at: number): { line: string; column: string } {
    let line = 1;
    let lineStart = 0;
    for (let offset = 0; offset < at; offset++) {
      const code = this.bytes[offset];
      if (
        code === byte.lineFeed ||
        (code === byte.carriageReturn && this.bytes[offset + 1] !== byte.lineFeed)
      ) {
        line++;
        lineStart = offset + 1;
      }
    }
    let column = 1;
    for (let offset = lineStart; offset < at; offset++)
      if (((this.bytes[offset] ?? 0) & 0xc0) !== 0x80) column++;
    return { line: String(line), column: String(column) };
  }

  /** Refuses what is no character of XML. Tells whether the text needs more than cutting out. */
  checkRaw(start: number, end: number): boolean {
    let special = false;
    for (let at = start; at < end; at++) {
      const found = inRaw[this.bytes[at] ?? 0];
      if (found === meaning.plain) continue;
      special = true;
      if (found === meaning.illegal || (found === meaning.suspect && isNoCharacter(this.bytes, at)))
        this.illegal(at);
    }
    return special;
  }

  illegal(at: number): never {
    const code = this.cut(at, at + 3).codePointAt(0) ?? 0;
    return this.malformed('character', at, `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  }

  private excerpt(at: number): string {
    const text = this.cut(at, Math.min(at + 60, this.end));
    return (/^.[^\s>]{0,29}>?/u.exec(text)?.[0] ?? '').replaceAll(/\p{Cc}|\uFFFD/gu, ' ');
  }
}
