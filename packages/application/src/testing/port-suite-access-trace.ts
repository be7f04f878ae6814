import { describe, expect, test } from 'vitest';
import { alice, caterer, stationer } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const entry = (minute: number, structureId = stationer.structureId) => ({
  structureId,
  at: new Date(Date.UTC(2026, 2, 2, 11, minute)),
  byUserId: alice.userId,
  byName: alice.name,
  act: 'membership.changed' as const,
  subject: `Personne ${minute}`,
  details: { before: { role: 'user' }, after: { role: 'deputyManager' } },
  reason: 'Remplacement',
});

export const describeAccessTrace = (makePorts: MakePorts): void => {
  describe('access trace', () => {
    const ports = usePorts(makePorts);

    test('gives back what was recorded for a structure, newest first, page by page', async () => {
      await ports().work.run(async ({ accessTrace }) => {
        for (const minute of [1, 3, 2]) await accessTrace.record(entry(minute));
        await accessTrace.record(entry(9, caterer.structureId));
        const first = await accessTrace.page(stationer.structureId, { limit: 2 });
        expect(first.entries).toMatchObject([entry(3), entry(2)]);
        const second = await accessTrace.page(stationer.structureId, {
          limit: 2,
          after: first.next ?? '',
        });
        expect(second.entries).toMatchObject([entry(1)]);
        expect(second.next).toBeUndefined();
      });
    });

    test('tells entries of the same moment apart, and those of the platform from those of people', async () => {
      await ports().work.run(async ({ accessTrace }) => {
        const { reason: _none, ...silent } = entry(1);
        for (const subject of ['un', 'deux', 'trois'])
          await accessTrace.record({ ...silent, subject, byUserId: null });
        const { entries, cursors } = await accessTrace.page(stationer.structureId, { limit: 10 });
        expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
        expect(entries[0]).toMatchObject({ byUserId: null, byName: alice.name });
        expect(entries[0]).not.toHaveProperty('reason');
        const rest = await accessTrace.page(stationer.structureId, { limit: 10, after: cursors[0] ?? '' });
        expect(rest.entries).toEqual(entries.slice(1));
      });
    });

    test('gives back acts of some codes alone', async () => {
      await ports().work.run(async ({ accessTrace }) => {
        await accessTrace.record(entry(1));
        await accessTrace.record({ ...entry(2), act: 'settings.changed' });
        await accessTrace.record(entry(3));
        const { entries, next } = await accessTrace.page(stationer.structureId, {
          limit: 1,
          acts: ['settings.changed', 'service.added'],
        });
        expect(entries).toMatchObject([{ act: 'settings.changed' }]);
        expect(next).toBeUndefined();
      });
    });

    test('refuses a cursor that no page gave', async () => {
      const asked = ports().work.run(({ accessTrace }) =>
        accessTrace.page(stationer.structureId, { limit: 1, after: '!' }),
      );
      await expect(asked).rejects.toThrow(RangeError);
    });
  });
};
