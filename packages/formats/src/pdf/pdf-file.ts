import { type CrossReferences, type ObjectPlace, readCrossReferences } from './cross-references.js';
import { decodeStream, inflateBeginning } from './decode-stream.js';
import { PdfBroken } from './pdf-broken.js';
import { PdfParser } from './pdf-parser.js';
import { isDict, nameOf, type PdfDict, PdfRef, PdfStream, type PdfValue } from './pdf-values.js';

/** All object and cross-reference streams of a file together; those of an honest one stay far below. */
const structureBudgetBytes = 64 * 1024 * 1024;
const maximumReferenceChain = 20;
const beginningBytes = 256;
/**
 * What may be read of objects, beside twice the file itself: objects are read each time they are asked for, and a file
 * can be made that has one asked for again and again. Each reading costs something of its own.
 */
const readingBudgetBytes = 16 * 1024 * 1024;
const costOfReading = 512;
/** Nearly every object, and the cross-references of a file of a thousand objects, are smaller than this. */
const windowBytes = 32 * 1024;
/** What ends so near to the end of a part may go on behind it. */
const windowMargin = 64;

/**
 * A PDF file's objects, read where they stand and only when asked for: page contents, fonts and images are never
 * decoded. Damaged cross-references are rebuilt by looking for the objects. Every way through is bounded.
 */
export class PdfFile {
  private readonly bytes: Buffer;
  private wholeText: string | undefined;
  /** Empty while they are read themselves: a stream of references may not refer to what they would lead to. */
  private references: CrossReferences = { places: new Map(), trailer: new Map() };
  private rebuilt = false;
  private budget = structureBudgetBytes;
  private reading: number;
  private readonly objectStreams = new Map<number, ObjectStream>();
  private readonly opening = new Set<number>();

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.reading = readingBudgetBytes + bytes.length * 2;
    try {
      this.references = readCrossReferences(this.startOfReferences(), this);
    } catch (error) {
      if (!(error instanceof PdfBroken)) throw error;
      this.references = this.rebuild();
    }
    if (!isDict(this.resolve(this.trailer.get('Root'))) && !this.rebuilt) this.references = this.rebuild();
  }

  /** One character for each byte; made only for what no smaller part of the file answers. */
  get text(): string {
    this.wholeText ??= this.bytes.toString('latin1');
    return this.wholeText;
  }

  get trailer(): PdfDict {
    return this.references.trailer;
  }

  /** The document's catalogue. Throws PdfBroken where there is none. */
  get catalog(): PdfDict {
    const catalog = this.resolve(this.trailer.get('Root'));
    if (!isDict(catalog)) throw new PdfBroken('no catalogue');
    return catalog;
  }

  /** The value itself, or what it refers to; null for what does not exist. */
  resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null;
    for (let hops = 0; current instanceof PdfRef; hops++) {
      if (hops > maximumReferenceChain) throw new PdfBroken('circular reference');
      current = this.object(current.number);
    }
    return current;
  };

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const resolved = this.resolve(value);
    if (resolved instanceof PdfStream) return resolved.dict;
    return isDict(resolved) ? resolved : undefined;
  }

  /** A stream's bytes without its filters, at most `maximumBytes`. */
  decode(stream: PdfStream, maximumBytes: number): Uint8Array {
    return decodeStream(this.rawBytes(stream), stream.dict, this.resolve, maximumBytes);
  }

  /** Its first bytes without its filter, at little cost; empty where that cannot be had. */
  beginningOf(stream: PdfStream): Uint8Array {
    const raw = this.bytes.subarray(stream.start, stream.start + beginningBytes);
    const filter = this.resolve(stream.dict.get('Filter'));
    if (filter === null) return raw;
    try {
      return nameOf(filter) === 'FlateDecode' ? inflateBeginning(raw) : new Uint8Array();
    } catch (error) {
      if (error instanceof PdfBroken) return new Uint8Array();
      throw error;
    }
  }

  /** Reads a value from the part of the file around it, and from the whole where that is cut short. */
  readAt<Result>(offset: number, read: (parser: PdfParser) => Result): Result {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset >= this.bytes.length)
      throw new PdfBroken('offset outside the file');
    const end = Math.min(offset + windowBytes, this.bytes.length);
    const part = new PdfParser(this.bytes.toString('latin1', offset, end), 0, offset);
    if (end === this.bytes.length) return this.paid(part, read);
    try {
      const result = this.paid(part, read);
      if (part.rest > windowMargin) return result;
    } catch (error) {
      if (!(error instanceof PdfBroken)) throw error;
    }
    return this.paid(new PdfParser(this.text, offset), read);
  }

  private paid<Result>(parser: PdfParser, read: (parser: PdfParser) => Result): Result {
    if (this.reading <= 0) throw new PdfBroken('too much to read');
    const before = parser.position;
    try {
      return read(parser);
    } finally {
      this.reading -= parser.position - before + costOfReading;
    }
  }

  /** The bytes of a stream that holds the file's structure, paid from one budget for the whole file. */
  streamBytes(stream: PdfStream): Uint8Array {
    if (this.budget <= 0) throw new PdfBroken('too much structure');
    const bytes = this.decode(stream, this.budget);
    this.budget -= bytes.length;
    return bytes;
  }

  private object(number: number): PdfValue {
    if (this.opening.has(number)) throw new PdfBroken('an object that needs itself');
    this.opening.add(number);
    try {
      const place = this.references.places.get(number);
      return place === undefined || place === 'free' ? null : this.objectAt(number, place);
    } finally {
      this.opening.delete(number);
    }
  }

  private objectAt(number: number, place: Exclude<ObjectPlace, 'free'>): PdfValue {
    if ('stream' in place)
      return this.paid(this.objectStream(place.stream).parserOf(place.index), (parser) => parser.value());
    const found = this.readAt(place.offset, (parser) => parser.indirectObject());
    if (found.number !== number) throw new PdfBroken('another object stands there');
    return found.value;
  }

  private objectStream(number: number): ObjectStream {
    const known = this.objectStreams.get(number);
    if (known) return known;
    const stream = this.object(number);
    if (!(stream instanceof PdfStream)) throw new PdfBroken('no object stream');
    const bytes = this.streamBytes(stream);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const count = this.resolve(stream.dict.get('N'));
    const first = this.resolve(stream.dict.get('First'));
    if (typeof count !== 'number' || typeof first !== 'number') throw new PdfBroken('object stream');
    const read = new ObjectStream(text, count, first);
    this.objectStreams.set(number, read);
    return read;
  }

  private rawBytes({ dict, start }: PdfStream): Uint8Array {
    const length = this.lengthOf(dict);
    if (length !== undefined && /^\s*endstream/.test(this.textBetween(start + length, start + length + 20)))
      return this.bytes.subarray(start, start + length);
    const end = this.bytes.indexOf('endstream', start, 'latin1');
    if (end < 0) throw new PdfBroken('a stream without an end');
    return this.bytes.subarray(start, end);
  }

  private lengthOf(dict: PdfDict): number | undefined {
    try {
      const length = this.resolve(dict.get('Length'));
      return typeof length === 'number' && length >= 0 ? length : undefined;
    } catch (error) {
      if (error instanceof PdfBroken) return undefined;
      throw error;
    }
  }

  private textBetween(start: number, end: number): string {
    return this.bytes.toString(
      'latin1',
      Math.min(start, this.bytes.length),
      Math.min(end, this.bytes.length),
    );
  }

  private startOfReferences(): number {
    const at = this.bytes.lastIndexOf('startxref', undefined, 'latin1');
    if (at < 0) throw new PdfBroken('no startxref');
    const start = at + 'startxref'.length;
    return new PdfParser(this.textBetween(start, start + 200)).integer();
  }

  /** Finds objects by their heading; of several with one number the last counts, as later revisions stand later. */
  private rebuild(): CrossReferences {
    this.rebuilt = true;
    const places = new Map<number, ObjectPlace>();
    for (const match of this.text.matchAll(/(?:^|[\s>])(\d{1,10})\s{1,5}\d{1,5}\s{1,5}obj\b/g)) {
      const offset = match.index + match[0].search(/\d/);
      places.set(Number(match[1]), { offset });
    }
    this.references = { places, trailer: new Map() };
    for (const [number, place] of [...places]) this.indexObjectStream(number, place, places);
    return { places, trailer: this.rebuiltTrailer(places) };
  }

  private indexObjectStream(number: number, place: ObjectPlace, places: Map<number, ObjectPlace>): void {
    if (place === 'free' || !('offset' in place)) return;
    if (!this.text.slice(place.offset, place.offset + 300).includes('/ObjStm')) return;
    const stream = this.attempt(() => this.object(number));
    if (!(stream instanceof PdfStream) || nameOf(stream.dict.get('Type')) !== 'ObjStm') return;
    this.attempt(() => {
      this.objectStream(number).numbers.forEach((inside, index) => {
        if (!places.has(inside)) places.set(inside, { stream: number, index });
      });
      return null;
    });
  }

  private rebuiltTrailer(places: Map<number, ObjectPlace>): PdfDict {
    const trailers = [...this.text.matchAll(/trailer/g)]
      .map(({ index }) =>
        this.attempt(() => this.readAt(index + 'trailer'.length, (parser) => parser.value())),
      )
      .filter(isDict)
      .filter((trailer) => trailer.has('Root'));
    const written = trailers.at(-1);
    if (written) return written;
    for (const number of places.keys()) {
      const value = this.attempt(() => this.object(number));
      const dict = value instanceof PdfStream ? value.dict : value;
      if (!isDict(dict)) continue;
      if (nameOf(dict.get('Type')) === 'XRef' && dict.has('Root')) return dict;
      if (nameOf(dict.get('Type')) === 'Catalog') return new Map([['Root', new PdfRef(number, 0)]]);
    }
    throw new PdfBroken('no catalogue');
  }

  private attempt(act: () => PdfValue): PdfValue {
    try {
      return act();
    } catch (error) {
      if (error instanceof PdfBroken) return null;
      throw error;
    }
  }
}

/** Objects one after the other in one stream (ISO 32000-2, 7.5.7); each is read when asked for. */
class ObjectStream {
  readonly numbers: readonly number[];
  private readonly offsets: readonly number[];

  constructor(
    private readonly text: string,
    count: number,
    private readonly first: number,
  ) {
    if (count > text.length) throw new PdfBroken('object stream');
    const header = new PdfParser(text);
    const [numbers, offsets]: [number[], number[]] = [[], []];
    for (let index = 0; index < count; index++) {
      numbers.push(header.integer());
      offsets.push(header.integer());
    }
    this.numbers = numbers;
    this.offsets = offsets;
  }

  /** Throws PdfBroken where it holds no such object. */
  parserOf(index: number): PdfParser {
    const offset = this.offsets[index];
    if (offset === undefined) throw new PdfBroken('object stream');
    return new PdfParser(this.text, this.first + offset);
  }
}
