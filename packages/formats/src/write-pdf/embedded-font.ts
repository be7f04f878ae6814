import { createHash } from 'node:crypto';
import type { FontSubset } from './font-subset.js';
import { type PdfObjects, pdfName } from './pdf-objects.js';

/** Entries of one block of a character map (ISO 32000-2, 9.10.3). */
const blockSize = 100;

/** Writes the subset as a composite font whose codes are glyph numbers; gives the font's reference. */
export const embedFont = (objects: PdfObjects, subset: FontSubset): string => {
  const { font } = subset;
  const program = subset.program();
  const name = pdfName(`${tagOf(program)}+${font.postScriptName}`);
  const inThousandths = (value: number): number => Math.round((value * 1000) / font.unitsPerEm);
  const file = objects.addStream(`/Length1 ${program.length}`, program);
  const descriptor = objects.add(
    `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${font.box.map(inThousandths).join(' ')}] /ItalicAngle 0 /Ascent ${inThousandths(font.ascender)} /Descent ${inThousandths(font.descender)} /CapHeight ${inThousandths(font.capHeight)} /StemV 80 /FontFile2 ${file} >>`,
  );
  const descendant = objects.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 0 /W [0 [${subset.widths().join(' ')}]] /FontDescriptor ${descriptor} >>`,
  );
  const meanings = objects.addStream('', new TextEncoder().encode(characterMap(subset)));
  return objects.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode ${meanings} >>`,
  );
};

/** Six letters tell subsets of one font apart; these follow from the content. */
const tagOf = (program: Uint8Array): string =>
  [...createHash('sha256').update(program).digest().subarray(0, 6)]
    .map((byte) => String.fromCharCode(0x41 + (byte % 26)))
    .join('');

/** From glyph numbers back to text, for searching, copying and reading aloud. */
const characterMap = (subset: FontSubset): string => {
  const entries = subset
    .meanings()
    .map(([number, codePoint]) => `<${hex(number)}> <${[...utf16(codePoint)].map(hex).join('')}>`);
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += blockSize) {
    const block = entries.slice(start, start + blockSize);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
};

const utf16 = (codePoint: number): number[] =>
  Array.from(String.fromCodePoint(codePoint).split(''), (unit) => unit.charCodeAt(0));

const hex = (unit: number): string => unit.toString(16).toUpperCase().padStart(4, '0');
