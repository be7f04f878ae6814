import type { XmlTarget } from '../xml/scan-xml.js';
import type { XmlTag } from '../xml/xml-tag.js';

/** What the number in a cell stands for, by the format it is shown in. */
export type NumberKind =
  | { readonly kind: 'number' }
  | { readonly kind: 'day' }
  /** Shown with zeros before it: `00000` shows 123 as 00123, and that is what people mean. */
  | { readonly kind: 'padded'; readonly digits: number };

const plain: NumberKind = { kind: 'number' };
const day: NumberKind = { kind: 'day' };

/** Formats that are days without being written out (ECMA-376, part 1, 18.8.30; those from 27 on in East Asia). */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || id === 36;

/** Reads `styles.xml`: from the style of a cell to its format to what its numbers stand for. */
export class NumberFormats {
  private readonly codes = new Map<number, string>();
  private readonly formatOfStyle: number[] = [];
  private readonly open: string[] = [];
  private readonly kinds = new Map<number, NumberKind>();

  readonly target: XmlTarget = {
    open: (tag) => {
      this.take(tag, this.open.at(-1));
      this.open.push(tag.local);
    },
    text: () => undefined,
    close: () => {
      this.open.pop();
    },
  };

  kindOf(style: number): NumberKind {
    const format = this.formatOfStyle[style];
    if (format === undefined) return plain;
    const known = this.kinds.get(format);
    if (known) return known;
    const kind = isBuiltInDay(format) ? day : kindOfCode(this.codes.get(format));
    this.kinds.set(format, kind);
    return kind;
  }

  private take({ local, attributes }: XmlTag, parent: string | undefined): void {
    const value = (name: string) => attributes.find((attribute) => attribute.local === name)?.value;
    if (local === 'numFmt') this.codes.set(Number(value('numFmtId')), value('formatCode') ?? '');
    if (local === 'xf' && parent === 'cellXfs') this.formatOfStyle.push(Number(value('numFmtId') ?? 0));
  }
}

/** `dd/mm/yyyy` is a day, `0000000` a code; words in quotes, brackets and after a backslash are none of it. */
const kindOfCode = (code: string | undefined): NumberKind => {
  const letters = (code ?? '').slice(0, 300).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const [first = ''] = letters.split(';');
  if (/[dyj]|a{2,}/i.test(first)) return day;
  return /^0{2,20}$/.test(first) ? { kind: 'padded', digits: first.length } : plain;
};
