import { PdfBroken } from './pdf-broken.js';
import type { PdfParser } from './pdf-parser.js';
import { isArray, isDict, type PdfDict, PdfStream } from './pdf-values.js';

/** Where an object stands: in the file, or as the nth of an object stream. */
export type ObjectPlace =
  | { readonly offset: number }
  | { readonly stream: number; readonly index: number }
  | 'free';

export interface CrossReferences {
  readonly places: Map<number, ObjectPlace>;
  readonly trailer: PdfDict;
}

const maximumSections = 1_000;
const maximumObjects = 1_000_000;

export interface SectionSource {
  parserAt(offset: number): PdfParser;
  streamBytes(stream: PdfStream): Uint8Array;
}

/** Follows the chain of cross-reference sections from the newest back; earlier ones fill gaps only. */
export const readCrossReferences = (start: number, source: SectionSource): CrossReferences => {
  const places = new Map<number, ObjectPlace>();
  const visited = new Set<number>();
  const waiting = [start];
  let trailer: PdfDict | undefined;
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (visited.has(offset) || visited.size > maximumSections) continue;
    visited.add(offset);
    const section = readSection(offset, source, places);
    trailer ??= section;
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.get(key);
      if (typeof next === 'number') waiting.push(next);
    }
  }
  if (!trailer) throw new PdfBroken('no trailer');
  return { places, trailer };
};

const readSection = (offset: number, source: SectionSource, places: Map<number, ObjectPlace>): PdfDict => {
  const parser = source.parserAt(offset);
  parser.skipSpace();
  if (parser.startsWith('xref')) return readTable(parser, places);
  const { value } = parser.indirectObject();
  if (!(value instanceof PdfStream)) throw new PdfBroken('no cross-reference stream');
  readReferenceStream(value.dict, source.streamBytes(value), places);
  return value.dict;
};

const readTable = (parser: PdfParser, places: Map<number, ObjectPlace>): PdfDict => {
  parser.keyword('xref');
  for (parser.skipSpace(); !parser.startsWith('trailer'); parser.skipSpace()) {
    const first = parser.integer();
    const count = parser.integer();
    for (let index = 0; index < count; index++) {
      const offset = parser.integer();
      parser.integer();
      parser.skipSpace();
      const inUse = parser.startsWith('n');
      if (!inUse && !parser.startsWith('f')) throw new PdfBroken('cross-reference entry');
      parser.position++;
      add(places, first + index, inUse ? { offset } : 'free');
    }
  }
  parser.keyword('trailer');
  const trailer = parser.value();
  if (!isDict(trailer)) throw new PdfBroken('no trailer');
  return trailer;
};

const readReferenceStream = (dict: PdfDict, bytes: Uint8Array, places: Map<number, ObjectPlace>): void => {
  const widths = numbers(dict.get('W'));
  const size = dict.get('Size');
  const ranges = dict.has('Index') ? numbers(dict.get('Index')) : [0, typeof size === 'number' ? size : 0];
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const entryBytes = typeWidth + secondWidth + thirdWidth;
  if (widths.some((width) => width < 0 || width > 8) || entryBytes === 0) throw new PdfBroken('widths');
  let at = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index++) value = value * 256 + (bytes[at++] ?? 0);
    return value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    for (let index = 0; index < (ranges[range + 1] ?? 0) && at + entryBytes <= bytes.length; index++) {
      const type = typeWidth === 0 ? 1 : field(typeWidth);
      const second = field(secondWidth);
      const third = field(thirdWidth);
      if (type === 1) add(places, first + index, { offset: second });
      else if (type === 2) add(places, first + index, { stream: second, index: third });
      else add(places, first + index, 'free');
    }
  }
};

const add = (places: Map<number, ObjectPlace>, number: number, place: ObjectPlace): void => {
  if (places.size >= maximumObjects) throw new PdfBroken('too many objects');
  if (!places.has(number)) places.set(number, place);
};

const numbers = (value: unknown): number[] =>
  isArray(value as never) ? (value as unknown[]).filter((item) => typeof item === 'number') : [];
