import type { Colour, Style } from './paper.js';
import { printable, Typeface } from './typeface.js';

/** A stripe across the sheet that is never divided: texts, lines and grounds, placed from its top. */
export interface Row {
  readonly height: number;
  readonly marks: readonly Mark[];
}

export type Mark =
  | { readonly text: string; readonly x: number; readonly down: number; readonly style: Style }
  | {
      readonly ground: Colour;
      readonly x: number;
      readonly width: number;
      readonly down: number;
      readonly height: number;
    }
  | { readonly rule: Colour; readonly x: number; readonly width: number; readonly down: number };

export interface Column {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Where the foot of the letters stands within a line of text. */
const baseline = 0.74;

/** Cuts text into lines that fit and places them. */
export class Typesetter {
  readonly faces = { regular: new Typeface('regular', 'F1'), bold: new Typeface('bold', 'F2') } as const;

  widthOf(text: string, { weight, size }: Style): number {
    return this.faces[weight].widthOf(text, size);
  }

  /** One row for each line the text needs. */
  rows(text: string, style: Style, column: Column): Row[] {
    return this.wrap(text, style, column.width).map((line) => ({
      height: style.leading,
      marks: [this.mark(line, style, column)],
    }));
  }

  /** As `rows`, but a number is never cut: where one is too long, all is written smaller. */
  number(text: string, style: Style, column: Column): Row[] {
    const widest = Math.max(
      1,
      ...printable(text)
        .split(/[ \n]/)
        .map((word) => this.widthOf(word, style)),
    );
    const share = Math.min(1, column.width / widest);
    return this.rows(text, { ...style, size: Math.floor(style.size * share * 100) / 100 }, column);
  }

  /** Text that is known to fit. */
  mark(text: string, style: Style, { x, width, align }: Column, down = 0): Mark {
    const left = align === 'right' ? x + width - this.widthOf(text, style) : x;
    return { text, x: left, down: down + style.leading * baseline, style };
  }

  wrap(text: string, style: Style, width: number): string[] {
    return printable(text)
      .split('\n')
      .flatMap((line) => this.wrapLine(line.trimEnd(), style, width));
  }

  private wrapLine(line: string, style: Style, width: number): string[] {
    if (this.widthOf(line, style) <= width) return [line];
    const lines: string[] = [];
    const space = this.widthOf(' ', style);
    let [current, used] = ['', 0];
    for (const word of line.split(' ').flatMap((one) => this.cut(one, style, width))) {
      const needed = this.widthOf(word, style);
      if (current !== '' && used + space + needed > width) {
        lines.push(current);
        [current, used] = [word, needed];
      } else {
        used += current === '' ? needed : space + needed;
        current = current === '' ? word : `${current} ${word}`;
      }
    }
    return [...lines, current];
  }

  /** A word longer than a line is cut where the line ends. */
  private cut(word: string, style: Style, width: number): string[] {
    if (this.widthOf(word, style) <= width) return [word];
    const pieces: string[] = [];
    let [piece, used] = ['', 0];
    for (const character of word) {
      const needed = this.widthOf(character, style);
      if (piece !== '' && used + needed > width) {
        pieces.push(piece);
        [piece, used] = ['', 0];
      }
      piece += character;
      used += needed;
    }
    return [...pieces, piece];
  }
}

export const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((total, { height }) => total + height, 0);

export const gap = (height: number): Row => ({ height, marks: [] });

/** Rows of several columns side by side, line by line: however long one of them is, it can go over to a next page. */
export const beside = (columns: readonly (readonly Row[])[]): Row[] => {
  const count = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => {
    const rows = columns.flatMap((column) => column[index] ?? []);
    return {
      height: Math.max(...rows.map(({ height }) => height)),
      marks: rows.flatMap(({ marks }) => marks),
    };
  });
};

/** Several rows as one that stays together. */
export const together = (rows: readonly Row[]): Row => {
  let down = 0;
  const marks = rows.flatMap((row) => {
    const from = down;
    const moved = row.marks.map((mark): Mark => ({ ...mark, down: mark.down + from }));
    down += row.height;
    return moved;
  });
  return { height: down, marks };
};
