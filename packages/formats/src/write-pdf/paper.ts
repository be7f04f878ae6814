/** Lengths are in points; places are measured from the top left corner of the sheet, as one reads. */
export const paper = {
  width: 595.28,
  height: 841.89,
  left: 45,
  right: 550.28,
  top: 45,
  /** Where the text ends; below it stands the foot of the page. */
  bottom: 786,
  foot: 806,
} as const;

export const innerWidth: number = paper.right - paper.left;

/** Red, green and blue from 0 to 1, as a page writes them. */
export type Colour = string;

export const colours = {
  ink: '0.086 0.129 0.122',
  soft: '0.275 0.322 0.31',
  faint: '0.357 0.404 0.396',
  accent: '0.059 0.322 0.349',
  white: '1 1 1',
  tint: '0.894 0.941 0.937',
  line: '0.867 0.875 0.851',
  strong: '0.518 0.549 0.529',
} as const satisfies Readonly<Record<string, Colour>>;

export interface Style {
  readonly weight: 'regular' | 'bold';
  readonly size: number;
  /** From one line of text to the next. */
  readonly leading: number;
  readonly colour: Colour;
}

const style = (
  size: number,
  leading: number,
  colour: Colour,
  weight: Style['weight'] = 'regular',
): Style => ({ size, leading, colour, weight });

export const styles = {
  name: style(13.5, 18, colours.ink, 'bold'),
  title: style(20, 25, colours.accent, 'bold'),
  number: style(12, 16, colours.ink, 'bold'),
  caption: style(7.6, 12, colours.faint, 'bold'),
  column: style(8, 10.5, colours.faint, 'bold'),
  strong: style(9.2, 12.5, colours.ink, 'bold'),
  body: style(9.2, 12.5, colours.ink),
  label: style(9, 12.5, colours.faint),
  small: style(8.2, 11, colours.soft),
  keyLabel: style(8.2, 11, colours.soft),
  key: style(11.5, 15, colours.ink, 'bold'),
  dueLabel: style(9.2, 14, colours.white),
  due: style(13.5, 18, colours.white, 'bold'),
  foot: style(7.6, 10, colours.faint),
} as const satisfies Readonly<Record<string, Style>>;
