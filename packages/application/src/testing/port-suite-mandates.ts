import { describe, expect, test } from 'vitest';
import type { Mandate } from '../mandates/mandate-store.js';
import { alice, bruno, caterer, gilles, stationer, uuid } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number, 11));

/** The stationer lets the caterer's people act for it. */
const mandate = (number: number, change: Partial<Mandate> = {}): Mandate => ({
  id: uuid(0x3a0 + number),
  clientId: stationer.structureId,
  holderId: caterer.structureId,
  kind: 'accountant',
  grants: [{ space: 'issuedInvoices', level: 'full' }],
  state: 'accepted',
  reason: 'Comptabilité',
  startsAt: day(2),
  endsAt: day(20),
  givenAt: day(number),
  givenByName: bruno.name,
  ...change,
});
const every = { states: ['offered', 'accepted', 'declined', 'revoked', 'ended'], limit: 10 } as const;

export const describeMandates = (makePorts: MakePorts): void => {
  describe('mandates', () => {
    const ports = usePorts(makePorts);

    test('are kept with the names of both sides, and changed', async () => {
      await ports().work.run(async ({ mandates }) => {
        const given = mandate(1, { state: 'offered' });
        await mandates.add(given);
        const names = { clientName: stationer.name, holderName: caterer.name };
        expect(await mandates.find(given.id)).toEqual({ ...given, ...names });
        expect(await mandates.findOpen(stationer.structureId, caterer.structureId)).toEqual(given);
        const revoked = {
          ...given,
          state: 'revoked',
          decidedAt: day(3),
          decidedByName: alice.name,
          endedReason: 'Fin',
        } as const;
        await mandates.findForChange(given.id);
        await mandates.save(revoked);
        expect(await mandates.find(given.id)).toEqual({ ...revoked, ...names });
        expect(await mandates.findOpen(stationer.structureId, caterer.structureId)).toBeUndefined();
        expect(await mandates.find('nothing')).toBeUndefined();
      });
    });

    test('stand open once between the same two', async () => {
      await ports().work.run(({ mandates }) => mandates.add(mandate(1)));
      await expect(ports().work.run(({ mandates }) => mandates.add(mandate(2)))).rejects.toThrow();
    });

    test('are listed for client and holder, newest first, page by page, and found by name', async () => {
      await ports().work.run(async ({ mandates }) => {
        const [one, two, three] = [
          mandate(1, { state: 'ended' }),
          mandate(2, { state: 'revoked' }),
          mandate(3),
        ];
        for (const each of [two, three, one]) await mandates.add(each);
        const first = await mandates.given(stationer.structureId, { ...every, limit: 2 });
        expect(first.mandates.map(({ id }) => id)).toEqual([three.id, two.id]);
        const after = first.next ?? '';
        const rest = await mandates.given(stationer.structureId, { ...every, limit: 2, after });
        expect(rest.mandates.map(({ id }) => id)).toEqual([one.id]);
        const found = async (search: string) =>
          (await mandates.held(caterer.structureId, { ...every, states: ['accepted'], search })).mandates
            .length;
        expect([await found('bocage'), await found('lemaire')]).toEqual([1, 0]);
        expect((await mandates.given(caterer.structureId, every)).mandates).toEqual([]);
      });
    });

    test('end between two moments', async () => {
      await ports().work.run(async ({ mandates }) => {
        await mandates.add(mandate(1));
        const ending = async (from: number, to: number) =>
          (await mandates.endingBetween(day(from), day(to))).length;
        expect([await ending(20, 21), await ending(19, 20), await ending(21, 22)]).toEqual([1, 0, 0]);
      });
    });

    test('give the people of the holder the scope while they run, and not a moment longer', async () => {
      await ports().work.run(async ({ mandates, accounts }) => {
        await mandates.add(mandate(1));
        const held = async (at: Date) =>
          (await accounts.findPerson(gilles.userId, at))?.memberships.find(
            ({ structureId }) => structureId === stationer.structureId,
          );
        expect(await held(day(5))).toEqual({
          structureId: stationer.structureId,
          structureName: stationer.name,
          side: 'supplier',
          role: 'user',
          grants: [{ space: 'issuedInvoices', level: 'full' }],
          until: day(20),
          mandate: {
            mandateId: mandate(1).id,
            holderId: caterer.structureId,
            holderName: caterer.name,
          },
        });
        expect(await held(day(1))).toBeUndefined();
        expect(await held(day(20))).toBeUndefined();
        await mandates.save(mandate(1, { state: 'revoked' }));
        expect(await held(day(5))).toBeUndefined();
      });
    });

    test('count nothing where nothing is stuck', async () => {
      await ports().work.run(async ({ mandates }) => {
        expect(await mandates.stuckInvoices([stationer.structureId], day(5))).toEqual([]);
        expect(await mandates.stuckInvoices([], day(5))).toEqual([]);
      });
    });

    test('count what is stuck at each client, in one answer for all', async () => {
      const at = day(5);
      const long = new Date(at.getTime() - 91 * 86_400_000);
      const ofCaterer = { supplierId: caterer.structureId, supplierName: caterer.name };
      const stored = [
        // Suspended, and late as well.
        storedInvoice(1, { status: 'suspended', paymentDueDate: '2026-03-04' }),
        storedInvoice(2, { status: 'suspended', paymentDueDate: '2026-03-05' }),
        storedInvoice(3, { status: 'refused', statusSince: day(4), paymentDueDate: '2026-01-01' }),
        storedInvoice(4, { status: 'rejected', statusSince: day(4) }),
        storedInvoice(5, { status: 'refused', statusSince: long }),
        storedInvoice(6, { status: 'madeAvailable', paymentDueDate: '2026-03-04' }),
        storedInvoice(7, { status: 'inPayment', paymentDueDate: '2026-03-04' }),
        storedInvoice(8, { status: 'madeAvailable' }),
        storedInvoice(9, { ...ofCaterer, status: 'madeAvailable', paymentDueDate: '2026-02-01' }),
      ];
      await ports().work.run(async ({ invoices, mandates }) => {
        for (const invoice of stored) await invoices.add(invoice, depositEvent, []);
        const both = [stationer.structureId, caterer.structureId];
        const found = await mandates.stuckInvoices(both, at);
        expect(Object.fromEntries(found.map(({ clientId, ...counts }) => [clientId, counts]))).toEqual({
          [stationer.structureId]: { suspended: 2, refused: 2, late: 2 },
          [caterer.structureId]: { suspended: 0, refused: 0, late: 1 },
        });
        expect(await mandates.stuckInvoices([caterer.structureId], at)).toEqual([
          { clientId: caterer.structureId, suspended: 0, refused: 0, late: 1 },
        ]);
      });
    });

    test('warn once under one key', async () => {
      const note = () => ports().work.run(({ warnings }) => warnings.note('mandate 1: 30 days', day(1)));
      expect([await note(), await note()]).toEqual([true, false]);
    });
  });
};
