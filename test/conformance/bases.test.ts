import { isFatal } from '@parvis/domain/rules/fault';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';
import { describe, expect, it } from 'vitest';
import { journeyFiles, ourFile } from './corpora.js';
import { bases } from './our-bases.js';
import { ourVerdict } from './verdict.js';

describe('the bases', () => {
  it.each(bases)('%s is read and valid', async (name) => {
    const { refused, reading, readable } = await ourVerdict(ourFile(`bases/${name}.xml`), `${name}.xml`);
    expect({ readable, reading, refused }).toEqual({ readable: true, reading: [], refused: false });
  });
});

describe("a supplier's files", () => {
  it.each(journeyFiles())('$file is read as $syntax and judged', async ({ file, syntax, number, rules }) => {
    const outcome = await readInvoice(ourFile(`journey/${file}`), file);
    const judged =
      outcome.invoice && outcome.syntax !== 'pdf' && outcome.syntax !== 'unknown'
        ? judge(outcome.invoice, { syntax: outcome.syntax })
        : [];
    const found = [...outcome.faults, ...judged].filter(isFatal).map(({ rule }) => rule);
    expect(outcome.syntax).toBe(syntax);
    expect(outcome.invoice?.number).toBe(number);
    if (rules.length === 0) expect(found).toEqual([]);
    else expect(found).toEqual(expect.arrayContaining([...rules]));
  });
});
