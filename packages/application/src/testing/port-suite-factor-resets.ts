import { describe, expect, test } from 'vitest';
import type { FactorReset, ResetApproval } from '../people/factor-resets/factor-reset-store.js';
import { alice, bruno, claire, fanny, hospital, stationer, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number, 11));

const reset = (number: number, change: Partial<FactorReset> = {}): FactorReset => ({
  id: uuid(0xfa0 + number),
  userId: alice.userId,
  state: 'waiting',
  reason: 'Téléphone perdu, codes avec',
  askedAt: day(number),
  device: { networkAddress: '192.0.2.7' },
  ...change,
});

const approval = (by: typeof bruno): ResetApproval => ({
  byUserId: by.userId,
  byName: by.name,
  standing: 'manager',
  reason: 'Vue ce matin',
  approvedAt: day(by === bruno ? 2 : 3),
});

export const describeFactorResets = (makePorts: MakePorts): void => {
  describe('resets of second factors', () => {
    const ports = usePorts(makePorts);
    const { id } = reset(1);

    test('stand open once for a person, and are kept with who asks', async () => {
      await ports().work.run(async ({ factorResets }) => {
        expect(await factorResets.latestOf(alice.userId)).toBeUndefined();
        expect(await factorResets.add(reset(1))).toBe(true);
        expect(await factorResets.add(reset(2))).toBe(false);
        const shown = { ...reset(1), name: alice.name, email: alice.email, approvals: [] };
        expect(await factorResets.findForChange(id)).toEqual(shown);
        expect(await factorResets.findForChange('no identifier')).toBeUndefined();
        await factorResets.save({
          ...reset(1),
          state: 'stopped',
          closedAt: day(2),
          stoppedByName: bruno.name,
          stopReason: 'Pas elle',
        });
        expect(await factorResets.add(reset(3))).toBe(true);
        expect((await factorResets.latestOf(alice.userId))?.id).toBe(reset(3).id);
        expect(await factorResets.findForChange(id)).toMatchObject({
          stoppedByName: bruno.name,
          stopReason: 'Pas elle',
        });
      });
    });

    test('are listed where their person belongs, and while they are open', async () => {
      await ports().work.run(async ({ factorResets }) => {
        await factorResets.add(reset(1));
        await factorResets.add(reset(2, { userId: claire.userId }));
        const idsIn = async (structureId: string) =>
          (await factorResets.openIn(structureId, day(3))).map((each) => each.id);
        expect(await idsIn(stationer.structureId)).toEqual([id]);
        expect(await idsIn(hospital.structureId)).toEqual([reset(2).id]);
        expect((await factorResets.open()).map((each) => each.id)).toEqual([id, reset(2).id]);
        await factorResets.save({ ...reset(1), state: 'stopped', closedAt: day(3) });
        expect(await idsIn(stationer.structureId)).toEqual([]);
        expect((await factorResets.open()).map((each) => each.id)).toEqual([reset(2).id]);
      });
    });

    test('take one approval a person, also of the same person twice at once', async () => {
      await ports().work.run(({ factorResets }) => factorResets.add(reset(1)));
      const approve = () =>
        ports().work.run(({ factorResets }) => factorResets.addApproval(id, approval(bruno)));
      expect((await Promise.all([approve(), approve(), approve()])).sort()).toEqual([false, false, true]);
      await ports().work.run(async ({ factorResets }) => {
        expect(await factorResets.addApproval(id, approval(fanny))).toBe(true);
        expect((await factorResets.findForChange(id))?.approvals).toEqual([approval(bruno), approval(fanny)]);
      });
    });

    test('are due once granted and their day is over', async () => {
      await ports().work.run(async ({ factorResets }) => {
        await factorResets.add(reset(1));
        for (const by of [bruno, fanny]) await factorResets.addApproval(id, approval(by));
        await factorResets.save({ ...reset(1), state: 'granted', effectiveAt: day(9) });
        expect(await factorResets.dueAt(day(8))).toEqual([]);
        expect((await factorResets.dueAt(day(9))).map((each) => each.id)).toEqual([id]);
        await factorResets.save({ ...reset(1), state: 'done', effectiveAt: day(9), closedAt: day(9) });
        expect(await factorResets.dueAt(day(10))).toEqual([]);
      });
    });
  });
};
