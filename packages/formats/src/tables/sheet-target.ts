import { tableLimits } from '@parvis/domain/tables/table';
import type { XmlTarget } from '../xml/scan-xml.js';
import type { XmlTag } from '../xml/xml-tag.js';
import { numberText } from './cell-text.js';
import type { RowCollector } from './row-collector.js';
import { TableStopped } from './table-stopped.js';
import { attributeOf, type Workbook } from './workbook-parts.js';

/** No sheet counts more (Excel's own limit); empty ones cost a moment each. */
const mostRowElements = 1_048_576;

/**
 * Takes the cells of a sheet as they go by (ECMA-376, part 1, 18.3.1). Of a formula only the value it had when the file was
 * saved: nothing is ever worked out here.
 */
export class SheetTarget implements XmlTarget {
  private line = 0;
  private rowElements = 0;
  private column = 0;
  private cells: string[] = [];
  private type = 'n';
  private style = 0;
  private value = '';
  private readonly path: string[] = [];

  constructor(
    private readonly workbook: Workbook,
    private readonly collector: RowCollector,
  ) {}

  open(tag: XmlTag): void {
    this.path.push(tag.local);
    if (tag.local === 'row') this.openRow(tag);
    else if (tag.local === 'c') this.openCell(tag);
  }

  text(text: string): void {
    const inside = this.path.at(-1);
    const counts = inside === 'v' || (inside === 't' && !this.path.includes('rPh'));
    if (counts && this.value.length < tableLimits.cellLength) this.value += text;
  }

  close(): void {
    const closed = this.path.pop();
    if (closed === 'c') this.closeCell();
    else if (closed === 'row') this.closeRow();
  }

  private openRow(tag: XmlTag): void {
    if (++this.rowElements > mostRowElements) throw new TableStopped('too-many-rows', this.line);
    const told = Number(attributeOf(tag, 'r'));
    this.line = Number.isInteger(told) && told > this.line ? told : this.line + 1;
    this.cells = [];
    this.column = 0;
  }

  private closeRow(): void {
    this.collector.add(this.line, this.cells);
  }

  private openCell(tag: XmlTag): void {
    const told = columnOf(attributeOf(tag, 'r'));
    this.column = told ?? this.column + 1;
    this.type = attributeOf(tag, 't') ?? 'n';
    this.style = Number(attributeOf(tag, 's') ?? 0);
    this.value = '';
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text === '') return;
    if (this.column > tableLimits.columns) throw new TableStopped('too-many-columns', this.line);
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = text;
  }

  private cellText(): string {
    const { workbook, value, type } = this;
    switch (type) {
      case 's':
        return value.trim() === '' ? '' : (workbook.texts[Number(value)] ?? broken(this.line));
      case 'b':
        return value.trim() === '1' ? 'true' : 'false';
      case 'd':
        return value.slice(0, 10);
      case 'n':
        return numberText(value, workbook.kindOfStyle(this.style), workbook.from1904);
      default:
        return value;
    }
  }
}

const broken = (line: number): never => {
  throw new TableStopped('broken', line);
};

/** `AB12` is in column 28. Undefined when the file does not say, which is allowed. */
const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
};
