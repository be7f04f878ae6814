import { type ReaderPool, type ReaderPoolOptions, startReaderPool } from '@parvis/formats/reader-pool';
import { afterEach, describe, expect, it } from 'vitest';
import { ourFile } from './corpora.js';

const open: ReaderPool[] = [];
const poolOf = (options: ReaderPoolOptions): ReaderPool => {
  const pool = startReaderPool({ size: 1, ...options });
  open.push(pool);
  return pool;
};

afterEach(() => Promise.all(open.splice(0).map((pool) => pool.close())));

/** A thousand lines, and the same again until they are too many for a small memory. */
const thousandLines = ourFile('bases/synth-ubl-01000-7.xml');
const small = ourFile('bases/min-cii.xml');
const tooManyLines = (): Uint8Array => {
  const text = new TextDecoder().decode(thousandLines);
  const extra = '<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>'.repeat(400_000);
  return new TextEncoder().encode(text.replace('</Invoice>', `${extra}</Invoice>`));
};

describe('reading aside', () => {
  it('gives the whole invoice, with its decimals and its places', async () => {
    const { invoice, locate } = await poolOf({}).read(thousandLines, 'facture.xml');
    expect(invoice?.lines).toHaveLength(1_000);
    expect(invoice?.totals.due?.isZero()).toBe(false);
    expect(locate('lines[3].netAmount')).toBe('/Invoice/cac:InvoiceLine[4]/cbc:LineExtensionAmount');
  });

  it('ends a file that takes too long', async () => {
    const pool = poolOf({ timeLimitMilliseconds: -thousandLines.length });
    const { faults } = await pool.read(thousandLines, 'facture.xml');
    expect(faults).toMatchObject([{ rule: 'PV-READ-TOO-COMPLEX', values: { limit: 'time' } }]);
  });

  it('ends a file that takes too much memory, and reads the next', async () => {
    const pool = poolOf({ memoryMegabytes: 24, timeLimitMilliseconds: 60_000 });
    const { faults } = await pool.read(tooManyLines(), 'facture.xml');
    expect(faults).toMatchObject([{ rule: 'PV-READ-TOO-COMPLEX', values: { limit: 'memory' } }]);
    expect((await pool.read(small, 'facture.xml')).syntax).toBe('cii');
  });

  it('reads many files at once', async () => {
    const pool = poolOf({ size: 2 });
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => pool.read(small, 'facture.xml')));
    expect(outcomes.map(({ invoice }) => invoice?.number)).toEqual(Array(12).fill('MIN-CII'));
  });

  it('reads tables between invoices, and ends one that takes too long', async () => {
    const pool = poolOf({});
    const table = new TextEncoder().encode('code;nom\n00123;Voirie');
    const [reading, invoice] = await Promise.all([pool.readTable(table), pool.read(small, 'facture.xml')]);
    expect(reading).toMatchObject({
      ok: true,
      table: { rows: [{ line: 1 }, { cells: ['00123', 'Voirie'] }] },
    });
    expect(invoice.syntax).toBe('cii');
    const long = new TextEncoder().encode('x;y\n'.repeat(50_000));
    const hurried = poolOf({ timeLimitMilliseconds: -long.length });
    expect(await hurried.readTable(long)).toEqual({ ok: false, problem: 'too-complex' });
  });
});
