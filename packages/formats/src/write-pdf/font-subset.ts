import type { TrueTypeFont } from './true-type-font.js';

/** Flags of a glyph made of others (ISO/IEC 14496-22, glyf). */
const wideArguments = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;
const checksumOfFile = 0xb1b0afba;

/**
 * The glyphs one document uses, numbered in the order of their first use, and the font program that holds them alone.
 * Number 0 stays the glyph for "no such character", which conforming files never show.
 */
export class FontSubset {
  private readonly numbers = new Map<number, number>([[0, 0]]);
  private readonly characters = new Map<number, number>();

  constructor(readonly font: TrueTypeFont) {}

  /** The number to write in the page for a character the font has. */
  numberOf(codePoint: number, glyph: number): number {
    const number = this.add(glyph);
    if (!this.characters.has(number)) this.characters.set(number, codePoint);
    return number;
  }

  /** What each number means, in the order of the numbers. */
  meanings(): readonly (readonly [number: number, codePoint: number])[] {
    return [...this.characters].toSorted(([one], [other]) => one - other);
  }

  /** The advance of each number from 0 on, in thousandths of the font size. */
  widths(): number[] {
    return [...this.numbers.keys()].map((glyph) =>
      Math.round((this.font.advanceOf(glyph) * 1000) / this.font.unitsPerEm),
    );
  }

  /** The font program; after this no glyph may be added. */
  program(): Uint8Array {
    const outlines: Uint8Array[] = [];
    for (const glyph of this.numbers.keys()) outlines.push(this.renumbered(this.font.outlineOf(glyph)));
    return assemble(this.tables(outlines));
  }

  private add(glyph: number): number {
    const known = this.numbers.get(glyph);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(glyph, number);
    return number;
  }

  /** A glyph made of others names them by number: they come along. */
  private renumbered(outline: Uint8Array): Uint8Array {
    if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline;
    const copy = Uint8Array.from(outline);
    const view = viewOf(copy);
    for (let at = 10, flags = moreComponents; flags & moreComponents; ) {
      flags = view.getUint16(at);
      view.setUint16(at + 2, this.add(view.getUint16(at + 2)));
      at += 4 + (flags & wideArguments ? 4 : 2);
      if (flags & hasScale) at += 2;
      else if (flags & hasTwoScales) at += 4;
      else if (flags & hasMatrix) at += 8;
    }
    return copy;
  }

  private tables(outlines: readonly Uint8Array[]): [tag: string, bytes: Uint8Array][] {
    const { font } = this;
    const count = outlines.length;
    const places = new DataView(new ArrayBuffer((count + 1) * 4));
    const metrics = new DataView(new ArrayBuffer(count * 4));
    const sideBearings = viewOf(font.table('hmtx'));
    const fullMetrics = viewOf(font.table('hhea')).getUint16(34);
    const glyphs = [...this.numbers.keys()];
    let end = 0;
    outlines.forEach((outline, number) => {
      const glyph = glyphs[number] ?? 0;
      places.setUint32(number * 4, end);
      end += padded(outline.length);
      metrics.setUint16(number * 4, font.advanceOf(glyph));
      const bearing = glyph < fullMetrics ? glyph * 4 + 2 : fullMetrics * 4 + (glyph - fullMetrics) * 2;
      metrics.setInt16(number * 4 + 2, sideBearings.getInt16(bearing));
    });
    places.setUint32(count * 4, end);
    const head = Uint8Array.from(font.table('head'));
    viewOf(head).setUint32(8, 0);
    viewOf(head).setInt16(50, 1);
    const header = Uint8Array.from(font.table('hhea'));
    viewOf(header).setUint16(34, count);
    const profile = Uint8Array.from(font.table('maxp'));
    viewOf(profile).setUint16(4, count);
    return [
      ['glyf', joined(outlines, end)],
      ['head', head],
      ['hhea', header],
      ['hmtx', new Uint8Array(metrics.buffer)],
      ['loca', new Uint8Array(places.buffer)],
      ['maxp', profile],
    ];
  }
}

const joined = (outlines: readonly Uint8Array[], length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const outline of outlines) {
    bytes.set(outline, at);
    at += padded(outline.length);
  }
  return bytes;
};

/** A font file from its tables, which come in the order of their tags. */
const assemble = (tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array => {
  const directory = 12 + tables.length * 16;
  const length = tables.reduce((total, [, { length: own }]) => total + padded(own), directory);
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (tables.length - power) * 16);
  let at = directory;
  let headAt = 0;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + index * 16;
    bytes.set(new TextEncoder().encode(tag), entry);
    bytes.set(table, at);
    view.setUint32(entry + 4, checksum(bytes, at, padded(table.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    if (tag === 'head') headAt = at;
    at += padded(table.length);
  });
  view.setUint32(headAt + 8, checksumOfFile - checksum(bytes, 0, length));
  return bytes;
};

const checksum = (bytes: Uint8Array, start: number, length: number): number => {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
};

const padded = (length: number): number => (length + 3) & ~3;
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
