import { isUtf8 } from 'node:buffer';
import { type TableReading, tableLimits } from '@parvis/domain/tables/table';
import { unguarded } from './formula-guard.js';
import { RowCollector } from './row-collector.js';
import { stoppedOr, TableStopped } from './table-stopped.js';

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: with `;`, `,` or a tab between cells, in UTF-8, UTF-16 with its mark, or
 * windows-1252 (Excel in French), with any line ends. A quote that opens no cell is a letter like others.
 */
export const readCsv = (bytes: Uint8Array): TableReading =>
  stoppedOr(() => {
    const text = decode(bytes);
    if (text.includes('\0')) throw new TableStopped('not-a-table');
    const { separator, start, line } = beginning(text);
    const collector = new RowCollector();
    new CsvScanner(text, separator, collector).run(start, line);
    if (collector.rows.length === 0) throw new TableStopped('empty');
    return { ok: true, table: { format: 'csv', rows: collector.rows } };
  });

const decode = (bytes: Uint8Array): string => {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
};

interface Beginning {
  readonly separator: string;
  /** Where the rows begin, and in which line. */
  readonly start: number;
  readonly line: number;
}

const separators = [';', ',', '\t'] as const;

/** Excel writes and obeys a first line `sep=;`; else the separator that stands most often in the first row. */
const beginning = (text: string): Beginning => {
  const told = /^sep=([;,\t|])(?:\r\n|\r|\n)/i.exec(text.slice(0, 10));
  if (told) return { separator: told[1] ?? ';', start: told[0].length, line: 2 };
  const counts = new Map<string, number>(separators.map((separator) => [separator, 0]));
  let quoted = false;
  let written = false;
  for (const character of text.slice(0, 20_000)) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (written) break;
    } else written = true;
    const count = counts.get(character);
    if (!quoted && count !== undefined) counts.set(character, count + 1);
  }
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  return { separator: most?.[0] ?? ';', start: 0, line: 1 };
};

class CsvScanner {
  private cells: string[] = [];
  private line = 1;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private readonly collector: RowCollector,
  ) {}

  run(start: number, line: number): void {
    this.line = line;
    let at = start;
    let rowLine = line;
    while (at < this.text.length) {
      at = this.text[at] === '"' ? this.quotedCell(at) : this.plainCell(at);
      const next = this.text[at];
      if (next === this.separator) {
        at += 1;
        // A separator at the very end opens one more cell, which is empty and left out anyway.
        continue;
      }
      at = this.endOfLine(at, next);
      this.collector.add(rowLine, this.cells);
      this.cells = [];
      rowLine = this.line;
    }
    this.collector.add(rowLine, this.cells);
  }

  private endOfLine(at: number, next: string | undefined): number {
    if (next === undefined) return at;
    this.line += 1;
    return next === '\r' && this.text[at + 1] === '\n' ? at + 2 : at + 1;
  }

  private plainCell(start: number): number {
    const { text, separator } = this;
    let at = start;
    for (; at < text.length; at++) {
      const character = text[at];
      if (character === separator || character === '\n' || character === '\r') break;
    }
    this.push(text.slice(start, Math.min(at, start + tableLimits.cellLength)));
    return at;
  }

  private quotedCell(start: number): number {
    const { text } = this;
    const opened = this.line;
    const pieces: string[] = [];
    let at = start + 1;
    for (;;) {
      const end = text.indexOf('"', at);
      if (end < 0) throw new TableStopped('unclosed-quote', opened);
      const piece = text.slice(at, end);
      pieces.push(piece);
      this.line += lineEnds(piece);
      at = end + 1;
      if (text[at] !== '"') break;
      pieces.push('"');
      at += 1;
    }
    const after = at;
    while (at < text.length && text[at] !== this.separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    this.push(pieces.join('') + text.slice(after, at));
    return at;
  }

  private push(cell: string): void {
    if (this.cells.length > tableLimits.columns) {
      if (cell.trim() === '') return;
      throw new TableStopped('too-many-columns', this.line);
    }
    this.cells.push(unguarded(cell));
  }
}

const lineEnds = (piece: string): number => piece.match(/\r\n|\r|\n/g)?.length ?? 0;
