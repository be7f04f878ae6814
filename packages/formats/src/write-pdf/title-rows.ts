import { colours, innerWidth, paper, styles } from './paper.js';
import { beside, type Column, gap, type Row, type Typesetter } from './typesetter.js';

/** The whole width of the text. */
export const wide: Column = { x: paper.left, width: innerWidth };

const gutter = 26;

export const half = (side: 'left' | 'right'): Column => {
  const width = (innerWidth - gutter) / 2;
  return { x: side === 'left' ? paper.left : paper.right - width, width };
};

/** A part with its title; nothing where the part is empty. */
export const titled = (
  typesetter: Typesetter,
  title: string,
  rows: readonly Row[],
  column: Column,
): Row[] => {
  const [first, ...rest] = rows;
  if (!first) return [];
  return [gap(14), underlined(typesetter, title, column), first, ...rest];
};

/** A small title in capitals over a line. */
export const underlined = (typesetter: Typesetter, title: string, column: Column): Row => ({
  height: 19,
  marks: [
    typesetter.mark(title.toUpperCase(), styles.caption, { x: column.x, width: column.width }),
    { rule: colours.line, x: column.x, width: column.width, down: 14 },
  ],
});

/** Names beside their values. */
export const entryRows = (
  typesetter: Typesetter,
  entries: readonly (readonly [name: string, value: string, ...rest: unknown[]])[],
  { x, width }: Column,
): Row[] => {
  const widest = Math.max(0, ...entries.map(([name]) => typesetter.widthOf(name, styles.label)));
  const nameWidth = Math.min(widest + 10, width * 0.48);
  return entries.flatMap(([name, value]) =>
    beside([
      typesetter.rows(name, styles.label, { x, width: nameWidth - 8 }),
      typesetter.rows(value, styles.body, { x: x + nameWidth, width: width - nameWidth }),
    ]),
  );
};
