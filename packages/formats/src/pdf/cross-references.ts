import { PdfBroken } from './pdf-broken.js';
import type { PdfParser } from './pdf-parser.js';
import { isArray, isDict, type PdfDict, PdfStream } from './pdf-values.js';

/** Where an object stands: in the file, or as the nth of an object stream. */
export type ObjectPlace =
  | { readonly offset: number }
  | { readonly stream: number; readonly index: number }
  | 'free';

/** Where objects stand, by their numbers. */
export interface ObjectPlaces {
  get(number: number): ObjectPlace | undefined;
}

export interface CrossReferences {
  readonly places: ObjectPlaces;
  readonly trailer: PdfDict;
}

const maximumSections = 1_000;
const maximumObjects = 1_000_000;
/** Stretches of all sections together; each is looked through for each object. */
const maximumRuns = 20_000;

export interface SectionSource {
  /** Reads a value where it stands. */
  readAt<Result>(offset: number, read: (parser: PdfParser) => Result): Result;
  streamBytes(stream: PdfStream): Uint8Array;
}

interface Section {
  readonly trailer: PdfDict;
  readonly places: ObjectPlaces;
  readonly runs: number;
}

/**
 * Follows the chain of cross-reference sections from the newest back; earlier ones fill gaps only. Entries are looked
 * up where they stand, when asked for: a file of many objects costs no more than a small one. Throws PdfBroken.
 */
export const readCrossReferences = (start: number, source: SectionSource): CrossReferences => {
  const visited = new Set<number>();
  const sections: Section[] = [];
  const readOnce = (offset: unknown): Section | undefined => {
    if (typeof offset !== 'number' || visited.has(offset) || visited.size > maximumSections) return undefined;
    visited.add(offset);
    return readSection(offset, source);
  };
  let trailer: PdfDict | undefined;
  let runs = 0;
  for (let section = readOnce(start); section; section = readOnce(section.trailer.get('Prev'))) {
    trailer ??= section.trailer;
    runs += section.runs;
    if (runs > maximumRuns) throw new PdfBroken('too many sections');
    // Objects that only newer readers find are free in the table and told in the stream beside it (7.5.8.4).
    const hidden = readOnce(section.trailer.get('XRefStm'));
    runs += hidden?.runs ?? 0;
    sections.push(...(hidden ? [hidden] : []), section);
  }
  if (!trailer) throw new PdfBroken('no trailer');
  return { places: newestOf(sections), trailer };
};

/** Each object is looked for once, however often it is asked for. */
const newestOf = (sections: readonly Section[]): ObjectPlaces => {
  const known = new Map<number, ObjectPlace | undefined>();
  const find = (number: number): ObjectPlace | undefined => {
    for (const { places } of sections) {
      const place = places.get(number);
      if (place !== undefined) return place;
    }
    return undefined;
  };
  return {
    get: (number) => {
      if (!known.has(number)) known.set(number, find(number));
      return known.get(number);
    },
  };
};

const readSection = (offset: number, source: SectionSource): Section => {
  const read = source.readAt(offset, (parser) => {
    parser.skipSpace();
    return parser.startsWith('xref') ? readTable(parser) : parser.indirectObject();
  });
  if ('places' in read) return read;
  const { value } = read;
  if (!(value instanceof PdfStream)) throw new PdfBroken('no cross-reference stream');
  const places = placesInStream(value.dict, source.streamBytes(value));
  return { trailer: value.dict, places, runs: numbers(value.dict.get('Index')).length / 2 };
};

/** A run of entries of a table: of 20 bytes each, as the standard has them, or read one by one. */
interface Run {
  readonly first: number;
  readonly count: number;
  place(index: number): ObjectPlace;
}

const entryLength = 20;
const properEntry = /^\d{10} \d{5} [nf][ \r][\r\n]/;

const readTable = (parser: PdfParser): Section => {
  parser.keyword('xref');
  const runs: Run[] = [];
  for (parser.skipSpace(); !parser.startsWith('trailer'); parser.skipSpace()) {
    if (runs.length > maximumSections) throw new PdfBroken('too many objects');
    const first = parser.integer();
    const count = parser.integer();
    parser.skipSpace();
    runs.push(properRun(parser, first, count) ?? readRun(parser, first, count));
  }
  parser.keyword('trailer');
  const trailer = parser.value();
  if (!isDict(trailer)) throw new PdfBroken('no trailer');
  return { trailer, places: placesInRuns(runs), runs: runs.length };
};

const placesInRuns = (runs: readonly Run[]): ObjectPlaces => ({
  get: (number) => {
    const run = runs.find(({ first, count }) => number >= first && number < first + count);
    return run?.place(number - run.first);
  },
});

/** A run whose first and last entries are as they should be, and which something else follows, is not read further. */
const properRun = (parser: PdfParser, first: number, count: number): Run | undefined => {
  const start = parser.position;
  const end = start + count * entryLength;
  if (count === 0 || count * entryLength > parser.rest) return undefined;
  const entryAt = (at: number): string => parser.slice(at, at + entryLength);
  if (!properEntry.test(entryAt(start)) || !properEntry.test(entryAt(end - entryLength))) return undefined;
  if (!/^\s*(trailer|\d+ \d+\s)/.test(parser.slice(end, end + 40))) return undefined;
  parser.position = end;
  return {
    first,
    count,
    place: (index) => {
      const entry = entryAt(start + index * entryLength);
      if (!properEntry.test(entry)) throw new PdfBroken('cross-reference entry');
      return entry[17] === 'n' ? { offset: Number(entry.slice(0, 10)) } : 'free';
    },
  };
};

const readRun = (parser: PdfParser, first: number, count: number): Run => {
  if (count > maximumObjects) throw new PdfBroken('too many objects');
  const places: ObjectPlace[] = [];
  for (let index = 0; index < count; index++) {
    const offset = parser.integer();
    parser.integer();
    parser.skipSpace();
    const inUse = parser.startsWith('n');
    if (!inUse && !parser.startsWith('f')) throw new PdfBroken('cross-reference entry');
    parser.position++;
    places.push(inUse ? { offset } : 'free');
  }
  return { first, count, place: (index) => places[index] ?? 'free' };
};

/** Entries of one width each (ISO 32000-2, 7.5.8.3). */
const placesInStream = (dict: PdfDict, bytes: Uint8Array): ObjectPlaces => {
  const widths = numbers(dict.get('W'));
  const size = dict.get('Size');
  const ranges = dict.has('Index') ? numbers(dict.get('Index')) : [0, typeof size === 'number' ? size : 0];
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const entryBytes = typeWidth + secondWidth + thirdWidth;
  if (widths.some((width) => width < 0 || width > 8) || entryBytes === 0) throw new PdfBroken('widths');
  const field = (at: number, width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index++) value = value * 256 + (bytes[at + index] ?? 0);
    return value;
  };
  return {
    get: (number) => {
      const entry = entryOf(ranges, number);
      const at = (entry ?? 0) * entryBytes;
      if (entry === undefined || at + entryBytes > bytes.length) return undefined;
      const type = typeWidth === 0 ? 1 : field(at, typeWidth);
      const second = field(at + typeWidth, secondWidth);
      if (type === 1) return { offset: second };
      return type === 2 ? { stream: second, index: field(at + typeWidth + secondWidth, thirdWidth) } : 'free';
    },
  };
};

/** The how-manieth entry tells of an object: ranges are pairs of a first number and a count. */
const entryOf = (ranges: readonly number[], number: number): number | undefined => {
  let before = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    const count = ranges[range + 1] ?? 0;
    if (number >= first && number < first + count) return before + number - first;
    before += count;
  }
  return undefined;
};

const numbers = (value: unknown): number[] =>
  isArray(value as never) ? (value as unknown[]).filter((item) => typeof item === 'number') : [];
