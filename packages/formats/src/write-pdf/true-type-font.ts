/** The tables of a TrueType font (ISO/IEC 14496-22) that measuring and embedding need. */
export interface TrueTypeFont {
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
  /** The glyph of a character; 0 where the font has none. */
  glyphOf(codePoint: number): number;
  /** In units of the font. */
  advanceOf(glyph: number): number;
  /** The outline as stored; empty for a space. */
  outlineOf(glyph: number): Uint8Array;
  table(tag: string): Uint8Array;
}

/** Reads a font of our own choice: an unfit one is a failure, not a fault. */
export const readTrueTypeFont = (bytes: Uint8Array): TrueTypeFont => {
  const table = tablesOf(bytes);
  const [head, metrics, windows] = [view(table('head')), view(table('hhea')), view(table('OS/2'))];
  const longOffsets = head.getInt16(50) === 1;
  const places = view(table('loca'));
  const outlines = table('glyf');
  const advances = view(table('hmtx'));
  const advanceCount = metrics.getUint16(34);
  const placeOf = (glyph: number): number =>
    longOffsets ? places.getUint32(glyph * 4) : places.getUint16(glyph * 2) * 2;
  return {
    postScriptName: postScriptNameOf(table('name')),
    unitsPerEm: head.getUint16(18),
    ascender: metrics.getInt16(4),
    descender: metrics.getInt16(6),
    capHeight: windows.getInt16(88),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphOf: characterMap(view(table('cmap'))),
    advanceOf: (glyph) => advances.getUint16(Math.min(glyph, advanceCount - 1) * 4),
    outlineOf: (glyph) => outlines.subarray(placeOf(glyph), placeOf(glyph + 1)),
    table,
  };
};

const tablesOf = (bytes: Uint8Array): ((tag: string) => Uint8Array) => {
  const file = view(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < file.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const start = file.getUint32(entry + 8);
    tables.set(
      latin1(bytes.subarray(entry, entry + 4)),
      bytes.subarray(start, start + file.getUint32(entry + 12)),
    );
  }
  return (tag) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found;
  };
};

/** Segments of characters and glyphs side by side (format 12), all of Unicode. */
const characterMap = (cmap: DataView): ((codePoint: number) => number) => {
  const start = subtableOfFormat12(cmap);
  const groups = cmap.getUint32(start + 12);
  return (codePoint) => {
    let [low, high] = [0, groups - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = start + 16 + middle * 12;
      if (codePoint < cmap.getUint32(group)) high = middle - 1;
      else if (codePoint > cmap.getUint32(group + 4)) low = middle + 1;
      else return cmap.getUint32(group + 8) + codePoint - cmap.getUint32(group);
    }
    return 0;
  };
};

const subtableOfFormat12 = (cmap: DataView): number => {
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const start = cmap.getUint32(4 + index * 8 + 4);
    if (cmap.getUint16(start) === 12) return start;
  }
  throw new Error('the font has no character map of format 12');
};

const postScriptNameId = 6;
const windowsPlatform = 3;

const postScriptNameOf = (table: Uint8Array): string => {
  const names = view(table);
  const texts = names.getUint16(4);
  for (let index = 0; index < names.getUint16(2); index++) {
    const entry = 6 + index * 12;
    if (names.getUint16(entry) !== windowsPlatform || names.getUint16(entry + 6) !== postScriptNameId)
      continue;
    const start = texts + names.getUint16(entry + 10);
    return new TextDecoder('utf-16be').decode(table.subarray(start, start + names.getUint16(entry + 8)));
  }
  throw new Error('the font has no PostScript name');
};

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
