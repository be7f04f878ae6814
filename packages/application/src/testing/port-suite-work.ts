import { describe, expect, test } from 'vitest';
import { hospital, hospitalBooks, stationer } from './cast.js';
import { depositEvent, sampleDocument, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const invoice = storedInvoice(1);
const claim = { supplierId: stationer.structureId, year: 2026, number: 'F-2026-1', ref: invoice.ref };

export const describeWork = (makePorts: MakePorts): void => {
  describe('unit of work', () => {
    const ports = usePorts(makePorts);

    test('commits everything its story did and answers what the story answers', async () => {
      const answer = await ports().work.run(async ({ invoices, numbers, jobs }) => {
        await numbers.reserve(claim);
        await invoices.add(invoice, depositEvent, [sampleDocument(1)]);
        await jobs.add({ kind: 'routeInvoice', ref: invoice.ref });
        return 'done';
      });
      expect(answer).toBe('done');
      expect(await ports().work.run(({ invoices }) => invoices.find(invoice.ref))).toEqual(invoice);
      expect(await ports().jobsAdded()).toEqual([{ kind: 'routeInvoice', ref: invoice.ref }]);
    });

    test('undoes everything when its story throws, and throws what the story threw', async () => {
      const story = ports().work.run(async ({ invoices, numbers, jobs, connections }) => {
        await numbers.reserve(claim);
        await invoices.add(invoice, depositEvent, []);
        await connections.moveCursor(hospital.structureId, hospitalBooks.id, 'moved', new Date());
        await jobs.add({ kind: 'routeInvoice', ref: invoice.ref });
        throw new Error('the machine stopped');
      });
      await expect(story).rejects.toThrow('the machine stopped');
      await ports().work.run(async ({ invoices, numbers, connections }) => {
        expect(await invoices.find(invoice.ref)).toBeUndefined();
        expect(await numbers.find(claim)).toBeUndefined();
        const connection = await connections.find(hospital.structureId, hospitalBooks.id);
        expect(connection?.cursor).toBeNull();
      });
      expect(await ports().jobsAdded()).toEqual([]);
    });

    test('keeps every kind of job with its content', async () => {
      const kept = [
        { kind: 'routeInvoice', ref: invoice.ref },
        { kind: 'deliverInvoice', ref: invoice.ref, connectionId: hospitalBooks.id },
        { kind: 'pullStatuses', recipientId: hospital.structureId, connectionId: hospitalBooks.id },
      ] as const;
      await ports().work.run(async ({ jobs }) => {
        for (const job of kept) await jobs.add(job, { startAfterSeconds: 30 });
      });
      expect(await ports().jobsAdded()).toEqual(kept);
    });

    test('lets only one of two stories at the same time reserve a number', async () => {
      const other = storedInvoice(2);
      const reserve = (ref: typeof invoice.ref) =>
        ports().work.run(({ numbers }) => numbers.reserve({ ...claim, ref }));
      const [first, second] = await Promise.all([reserve(invoice.ref), reserve(other.ref)]);
      const winner = first === undefined ? invoice.ref : other.ref;
      expect([first, second]).toContainEqual(undefined);
      expect([first, second]).toContainEqual(winner);
    });
  });
};
