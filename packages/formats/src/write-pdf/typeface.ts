import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FontSubset } from './font-subset.js';
import { readTrueTypeFont, type TrueTypeFont } from './true-type-font.js';

export type Weight = 'regular' | 'bold';

const files: Readonly<Record<Weight, () => string>> = {
  regular: () => import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: () => import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
};

/** Fonts are read once for the whole process, and each character is looked up once. */
interface KnownFont {
  readonly font: TrueTypeFont;
  readonly characters: Map<number, KnownCharacter>;
}

interface KnownCharacter {
  readonly codePoint: number;
  readonly glyph: number;
  /** In parts of the font size. */
  readonly advance: number;
}

const fonts = new Map<Weight, KnownFont>();

const fontOf = (weight: Weight): KnownFont => {
  const known = fonts.get(weight);
  if (known) return known;
  const bytes = readFileSync(fileURLToPath(files[weight]()));
  const read = { font: readTrueTypeFont(bytes), characters: new Map<number, KnownCharacter>() };
  fonts.set(weight, read);
  return read;
};

/** What stands in for a character the font does not have: Arabic, Chinese, pictures. */
const standIn = 0x3f;

/** One weight of the document's font: measures texts and writes them as glyph numbers of its own subset. */
export class Typeface {
  readonly subset: FontSubset;
  private readonly characters: Map<number, KnownCharacter>;

  constructor(
    weight: Weight,
    /** The name the pages call it by. */
    readonly name: string,
  ) {
    const { font, characters } = fontOf(weight);
    this.subset = new FontSubset(font);
    this.characters = characters;
  }

  widthOf(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.character(character.codePointAt(0) ?? standIn).advance;
    return width * size;
  }

  /** The glyph numbers in hexadecimal, as a page shows them. */
  encode(text: string): string {
    let shown = '';
    for (const character of text) {
      const { codePoint, glyph } = this.character(character.codePointAt(0) ?? standIn);
      shown += this.subset.numberOf(codePoint, glyph).toString(16).padStart(4, '0');
    }
    return shown;
  }

  private character(codePoint: number): KnownCharacter {
    const known = this.characters.get(codePoint);
    if (known) return known;
    const { font } = this.subset;
    const glyph = font.glyphOf(codePoint);
    const found =
      glyph === 0 && codePoint !== standIn
        ? this.character(standIn)
        : { codePoint, glyph, advance: font.advanceOf(glyph) / font.unitsPerEm };
    this.characters.set(codePoint, found);
    return found;
  }
}

/** Marks that turn text around, and characters that show nothing, have no place on paper. */
const unprintable = /[\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** Text as the page can show it: composed accents, spaces for tabs, line ends kept. */
export const printable = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line) => line.normalize('NFC').replaceAll(unprintable, ''))
    .join('\n');
