import { type Colour, innerWidth, paper, type Style } from './paper.js';
import { heightOf, type Mark, type Row, type Typesetter } from './typesetter.js';

/** Fills one page after the other; rows go over to the next page where the sheet ends. */
export class Sheets {
  private readonly pages: string[][] = [[]];
  private y: number = paper.top;

  constructor(
    private readonly typesetter: Typesetter,
    /** What stands at the head of every page but the first. */
    private readonly continued: readonly Row[],
  ) {}

  /** `heading` is repeated on each page the rows reach. */
  put(rows: readonly Row[], heading: readonly Row[] = []): void {
    for (const row of rows) {
      if (this.y + row.height > paper.bottom && this.y > this.startOfText) {
        this.turn();
        for (const one of heading) this.draw(one);
      }
      this.draw(row);
    }
  }

  /** Rows that belong together start a new page rather than be divided, unless no page holds them. */
  putTogether(rows: readonly Row[], heading: readonly Row[] = []): void {
    const height = heightOf(rows);
    const room = paper.bottom - this.startOfText - heightOf(heading);
    if (this.y + height > paper.bottom && height <= room) {
      this.turn();
      for (const row of heading) this.draw(row);
    }
    this.put(rows, heading);
  }

  /** Columns that start at one height; one after the other where they fit no page together. */
  putBeside(columns: readonly (readonly Row[])[]): void {
    const height = Math.max(...columns.map(heightOf));
    if (height > paper.bottom - this.startOfText) {
      for (const column of columns) this.put(column);
      return;
    }
    if (this.y + height > paper.bottom) this.turn();
    const start = this.y;
    for (const column of columns) {
      this.y = start;
      for (const row of column) this.draw(row);
    }
    this.y = start + height;
  }

  /** The content of each page, once `foot` has been drawn on all. */
  finish(foot: (page: number, of: number) => readonly Mark[]): string[] {
    return this.pages.map((operators, index) =>
      [
        ...operators,
        ...foot(index + 1, this.pages.length).map((mark) => this.operatorOf(mark, paper.foot)),
      ].join('\n'),
    );
  }

  private get startOfText(): number {
    return this.pages.length === 1 ? paper.top : paper.top + heightOf(this.continued);
  }

  private turn(): void {
    this.pages.push([]);
    this.y = paper.top;
    for (const row of this.continued) this.draw(row);
  }

  private draw({ height, marks }: Row): void {
    const page = this.pages.at(-1);
    for (const mark of marks) page?.push(this.operatorOf(mark, this.y));
    this.y += height;
  }

  private operatorOf(mark: Mark, top: number): string {
    if ('text' in mark) return this.textOperator(mark.text, mark.style, mark.x, top + mark.down);
    if ('ground' in mark) return ground(mark.ground, mark.x, top + mark.down, mark.width, mark.height);
    return rule(mark.rule, mark.x, top + mark.down, mark.width);
  }

  private textOperator(text: string, { weight, size, colour }: Style, x: number, y: number): string {
    if (text === '') return '';
    const face = this.typesetter.faces[weight];
    return `BT ${colour} rg /${face.name} ${size} Tf 1 0 0 1 ${point(x)} ${fromBelow(y)} Tm <${face.encode(text)}> Tj ET`;
  }
}

/** A thin line over the whole width of the text. */
export const lineAcross = (colour: Colour, before: number, after: number): Row => ({
  height: before + after,
  marks: [{ rule: colour, x: paper.left, width: innerWidth, down: before }],
});

const ground = (colour: Colour, x: number, y: number, width: number, height: number): string =>
  `${colour} rg ${point(x)} ${fromBelow(y + height)} ${point(width)} ${point(height)} re f`;

const rule = (colour: Colour, x: number, y: number, width: number): string =>
  `${colour} RG 0.6 w ${point(x)} ${fromBelow(y)} m ${point(x + width)} ${fromBelow(y)} l S`;

const point = (value: number): string => String(Math.round(value * 100) / 100);
const fromBelow = (y: number): string => point(paper.height - y);
