import { describe, expect, it } from 'vitest';
import { paperOf, plain, wrapped } from './paper.js';

describe('the paper', () => {
  it('is as wide as the terminal, and coloured there only', () => {
    expect(paperOf({ isTTY: true, columns: 132 }, {})).toEqual({ width: 132, colours: true });
    expect(paperOf({ isTTY: true, columns: 132 }, { NO_COLOR: '1' }).colours).toBe(false);
    expect(paperOf({ isTTY: true, columns: 132 }, { TERM: 'dumb' }).colours).toBe(false);
    expect(paperOf({}, {})).toEqual({ width: 100, colours: false });
    expect(paperOf({}, { COLUMNS: '60' }).width).toBe(60);
    expect(paperOf({ isTTY: true, columns: 3 }, {}).width).toBe(40);
  });

  it('breaks lines at spaces, after their indentation', () => {
    expect(wrapped('un deux trois quatre', 2, { width: 12, colours: false }, '→ ')).toEqual([
      '  → un deux',
      '    trois',
      '    quatre',
    ]);
  });

  it('never breaks inside French quotes or before high signs, nor within a word', () => {
    const paper = { width: 10, colours: false };
    expect(wrapped('la « K » ou : non', 0, paper).map((line) => line.replaceAll('\u00a0', '_'))).toEqual([
      'la «_K_»',
      'ou_: non',
    ]);
    expect(wrapped('/Invoice/cac:InvoiceLine', 0, paper)).toEqual(['/Invoice/cac:InvoiceLine']);
  });

  it('lets nothing through that moves the cursor or turns the reading direction', () => {
    expect(plain('a\u001b[2Jb\u009b1mc\u202ed\ne')).toBe('a\ufffd[2Jb\ufffd1mc\ufffdd\ufffde');
  });
});
