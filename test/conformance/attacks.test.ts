import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { isFatal } from '@parvis/domain/rules/fault';
import { readInvoice } from '@parvis/formats/read-invoice';
import { type ReaderPool, startReaderPool } from '@parvis/formats/reader-pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attacks, ourFile } from './corpora.js';

const memoryKilobytes = 256 * 1024;

/** Values the attacks change on purpose while the invoice stays the same one. */
const comparable = (invoice: Parameters<typeof invoiceToJson>[0] | undefined): unknown =>
  invoice && { ...(invoiceToJson(invoice) as object), notes: undefined };

describe('hostile and awkward files', () => {
  let pool: ReaderPool;
  let memoryBefore = 0;

  beforeAll(async () => {
    // The reader's own limit of time is the promise under test: a file that takes longer is reported as too complex.
    pool = startReaderPool({ size: 1, timeLimitMilliseconds: 2_000, memoryMegabytes: 256 });
    await pool.read(ourFile('bases/min-ubl-invoice.xml'), 'warm-up.xml');
    memoryBefore = process.resourceUsage().maxRSS;
  });

  afterAll(() => pool.close());

  it.each(attacks())('$file ($kind): $expect', async ({ file, expect: expected, same_as }) => {
    const outcome = await pool.read(ourFile(`attacks/${file}`), file);
    const fatal = outcome.faults.filter(isFatal).map(({ rule }) => rule);
    const limits = outcome.faults.flatMap(({ values }) => values?.limit ?? []);
    expect(limits).not.toContain('time');
    expect(limits).not.toContain('memory');
    if (expected === 'reject') expect(fatal).not.toEqual([]);
    if (expected === 'accept') expect(fatal).toEqual([]);
    if (expected === 'accept') expect(outcome.invoice).toBeDefined();
    if (same_as) {
      const base = await readInvoice(ourFile(same_as), same_as);
      expect(comparable(outcome.invoice)).toEqual(comparable(base.invoice));
    }
  });

  it('take less than 256 MB more memory, all of them together', () => {
    expect(process.resourceUsage().maxRSS - memoryBefore).toBeLessThan(memoryKilobytes);
  });
});
