import { describe, expect, test } from 'vitest';
import type { JoinRequest } from '../people/join-requests.js';
import { alice, claire, gilles, hospital, stationer, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 2, day, 11));

const request = (number: number, change: Partial<JoinRequest> = {}): JoinRequest => ({
  id: uuid(0x70000 + number),
  structureId: stationer.structureId,
  userId: gilles.userId,
  state: 'waiting',
  askedAt: at(number),
  expiresAt: at(number + 60),
  ...change,
});

export const describeJoinRequests = (makePorts: MakePorts): void => {
  describe('requests to join', () => {
    const ports = usePorts(makePorts);

    test('are kept with who asks, and changed', async () => {
      await ports().work.run(async ({ joinRequests }) => {
        const asked = request(1, { message: 'Je remplace Alice' });
        await joinRequests.add(asked);
        const found = await joinRequests.find(stationer.structureId, asked.id);
        expect(found).toEqual({
          ...asked,
          name: gilles.name,
          email: gilles.email,
          structureName: stationer.name,
        });
        expect(await joinRequests.findOpen(gilles.userId, stationer.structureId)).toEqual(asked);
        const seen = await joinRequests.findForChange(stationer.structureId, asked.id);
        const refused = {
          ...(seen ?? asked),
          state: 'refused',
          seenAt: at(2),
          decidedAt: at(2),
          reason: 'Inconnu',
        } as const;
        await joinRequests.save(refused);
        expect(await joinRequests.find(stationer.structureId, asked.id)).toMatchObject(refused);
        expect(await joinRequests.findOpen(gilles.userId, stationer.structureId)).toBeUndefined();
        expect(await joinRequests.find(hospital.structureId, asked.id)).toBeUndefined();
        expect(await joinRequests.find('nothing', 'nothing')).toBeUndefined();
      });
    });

    test('stand open once for a person and a structure', async () => {
      await ports().work.run(({ joinRequests }) => joinRequests.add(request(1)));
      await expect(ports().work.run(({ joinRequests }) => joinRequests.add(request(2)))).rejects.toThrow();
    });

    test('of a structure come oldest first, page by page; of a person newest first', async () => {
      await ports().work.run(async ({ joinRequests }) => {
        const closed = request(1, { state: 'refused' });
        const [second, third] = [request(2), request(3, { userId: claire.userId })];
        for (const each of [third, closed, second]) await joinRequests.add(each);
        const window = { states: ['waiting', 'refused'], limit: 2 } as const;
        const first = await joinRequests.ofStructure(stationer.structureId, window);
        expect(first.requests.map(({ id }) => id)).toEqual([closed.id, second.id]);
        const rest = await joinRequests.ofStructure(stationer.structureId, {
          ...window,
          after: first.next ?? '',
        });
        expect(rest.requests.map(({ id }) => id)).toEqual([third.id]);
        expect(rest.next).toBeUndefined();
        expect(await joinRequests.countWaiting(stationer.structureId)).toBe(2);
        expect((await joinRequests.ofUser(gilles.userId)).map(({ id }) => id)).toEqual([
          second.id,
          closed.id,
        ]);
        expect(await joinRequests.ofUser(alice.userId)).toEqual([]);
        const waiting = async (day: number) =>
          (await joinRequests.waitingAsked(at(2), at(day))).map(({ id }) => id);
        expect(await waiting(2)).toEqual([second.id]);
        expect(await waiting(3)).toEqual([second.id, third.id]);
      });
    });
  });
};
