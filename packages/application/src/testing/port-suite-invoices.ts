import { describe, expect, test } from 'vitest';
import { caterer, stationer, town, uuid } from './cast.js';
import {
  depositEvent,
  madeAvailable,
  madeAvailableEvent,
  sampleDocument,
  storedInvoice,
} from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const invoice = storedInvoice(1);
const original = sampleDocument(1);
const key = { supplierId: stationer.structureId, year: 2026, number: 'F-2026-1' };

export const describeInvoices = (makePorts: MakePorts): void => {
  describe('invoices', () => {
    const ports = usePorts(makePorts);
    const deposit = () => ports().work.run(({ invoices }) => invoices.add(invoice, depositEvent, [original]));

    test('gives an invoice back as it was added, with its event and its document', async () => {
      await deposit();
      await ports().work.run(async ({ invoices }) => {
        expect(await invoices.find(invoice.ref)).toEqual(invoice);
        expect(await invoices.findForChange(invoice.ref)).toEqual(invoice);
        expect(await invoices.eventsOf(invoice.ref)).toEqual([depositEvent]);
        expect(await invoices.documentsOf(invoice.ref)).toEqual([original]);
      });
    });

    test('keeps the decimals of amounts as written', async () => {
      await deposit();
      const found = await ports().work.run(({ invoices }) => invoices.find(invoice.ref));
      expect(found?.content.totals.due?.toString()).toBe('120.00');
      expect(found?.taxInclusive.toString()).toBe('120.00');
    });

    test('finds nothing under another recipient', async () => {
      await deposit();
      await ports().work.run(async ({ invoices }) => {
        const elsewhere = { ...invoice.ref, recipientId: town.structureId };
        expect(await invoices.find(elsewhere)).toBeUndefined();
        expect(await invoices.eventsOf(elsewhere)).toEqual([]);
        expect(await invoices.documentsOf(elsewhere)).toEqual([]);
      });
    });

    test('gives many at once what each has alone, in the order asked for', async () => {
      const others = [storedInvoice(2), storedInvoice(3)];
      const attachment = sampleDocument(2, { kind: 'attachment', fileName: 'bon.pdf' });
      await deposit();
      await ports().work.run(async ({ invoices }) => {
        for (const other of others) await invoices.add(other, depositEvent, []);
        await invoices.append(madeAvailable(invoice), madeAvailableEvent, [attachment]);
      });
      const elsewhere = { ...invoice.ref, recipientId: town.structureId };
      const refs = [...others.map(({ ref }) => ref), elsewhere, invoice.ref];
      await ports().work.run(async ({ invoices }) => {
        expect(await invoices.findEach(refs)).toEqual([...others, undefined, madeAvailable(invoice)]);
        expect(await invoices.eventsOfEach(refs)).toEqual([
          [depositEvent],
          [depositEvent],
          [],
          [depositEvent, madeAvailableEvent],
        ]);
        expect(await invoices.documentsOfEach(refs)).toEqual([[], [], [], [original, attachment]]);
        expect(await invoices.findEach([])).toEqual([]);
        expect(await invoices.eventsOfEach([])).toEqual([]);
      });
    });

    test('refuses to add the same invoice twice', async () => {
      await deposit();
      await expect(deposit()).rejects.toThrow();
    });

    test('appends an event with its document, and the invoice as it then stands', async () => {
      await deposit();
      const attachment = sampleDocument(2, { kind: 'attachment', fileName: 'bon.pdf' });
      await ports().work.run(async ({ invoices }) => {
        const current = await invoices.findForChange(invoice.ref);
        if (!current) throw new Error('the invoice was just deposited');
        await invoices.append(madeAvailable(current), madeAvailableEvent, [attachment]);
      });
      await ports().work.run(async ({ invoices }) => {
        expect(await invoices.find(invoice.ref)).toEqual(madeAvailable(invoice));
        expect(await invoices.eventsOf(invoice.ref)).toEqual([depositEvent, madeAvailableEvent]);
        expect(await invoices.documentsOf(invoice.ref)).toEqual([original, attachment]);
      });
    });

    test('forgets a legal limit that no longer runs', async () => {
      await deposit();
      const { paymentDueDate, ...stopped } = madeAvailable(invoice);
      const third = { ...madeAvailableEvent, sequence: 3 };
      await ports().work.run(async ({ invoices }) => {
        await invoices.append(madeAvailable(invoice), madeAvailableEvent, []);
        await invoices.append({ ...stopped, sequence: 3 }, third, []);
      });
      const found = await ports().work.run(({ invoices }) => invoices.find(invoice.ref));
      expect(found?.paymentDueDate).toBeUndefined();
    });

    test('refuses a second event of the same sequence and keeps the first', async () => {
      await deposit();
      const append = () =>
        ports().work.run(({ invoices }) => invoices.append(madeAvailable(invoice), madeAvailableEvent, []));
      await append();
      await expect(append()).rejects.toThrow();
      const events = await ports().work.run(({ invoices }) => invoices.eventsOf(invoice.ref));
      expect(events).toHaveLength(2);
    });

    test('lets two stories change one invoice one after the other', async () => {
      await deposit();
      const sequences: number[] = [];
      const act = () =>
        ports().work.run(async ({ invoices }) => {
          const current = await invoices.findForChange(invoice.ref);
          if (!current) throw new Error('the invoice was just deposited');
          const sequence = current.sequence + 1;
          sequences.push(sequence);
          await invoices.append({ ...current, sequence }, { ...madeAvailableEvent, sequence }, []);
        });
      await Promise.all([act(), act(), act()]);
      expect(sequences).toEqual([2, 3, 4]);
    });

    test('reserves a number once for a supplier and year, whatever the recipient', async () => {
      const elsewhere = { recipientId: town.structureId, invoiceId: uuid(0x1999) };
      await ports().work.run(async ({ numbers }) => {
        expect(await numbers.find(key)).toBeUndefined();
        expect(await numbers.reserve({ ...key, ref: invoice.ref })).toBeUndefined();
        expect(await numbers.reserve({ ...key, ref: elsewhere })).toEqual(invoice.ref);
        expect(await numbers.find(key)).toEqual(invoice.ref);
      });
    });

    test('lets another year and another supplier use the same number', async () => {
      await ports().work.run(async ({ numbers }) => {
        await numbers.reserve({ ...key, ref: invoice.ref });
        const others = [
          { ...key, year: 2027, ref: storedInvoice(2).ref },
          { ...key, supplierId: caterer.structureId, ref: storedInvoice(3).ref },
        ];
        for (const other of others) expect(await numbers.reserve(other)).toBeUndefined();
      });
    });

    test('keeps the first use of a deposit key', async () => {
      await deposit();
      const use = {
        supplierId: stationer.structureId,
        key: 'envoi-1',
        sha256: 'a'.repeat(64),
        ref: invoice.ref,
        usedAt: new Date('2026-03-02T11:00:00.000Z'),
      };
      await ports().work.run(async ({ depositKeys }) => {
        expect(await depositKeys.find(use.supplierId, use.key)).toBeUndefined();
        expect(await depositKeys.add(use)).toBe(true);
      });
      await ports().work.run(async ({ depositKeys }) => {
        expect(await depositKeys.add({ ...use, sha256: 'b'.repeat(64) })).toBe(false);
        expect(await depositKeys.find(use.supplierId, use.key)).toEqual(use);
        expect(await depositKeys.find(caterer.structureId, use.key)).toBeUndefined();
      });
    });
  });
};
