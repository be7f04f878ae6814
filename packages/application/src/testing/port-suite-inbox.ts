import { describe, expect, test } from 'vitest';
import type { NewInboxMessage } from '../accounting/exchange-store.js';
import { hospital, hospitalBooks, town } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const message = (number: number, change: Partial<NewInboxMessage> = {}): NewInboxMessage => ({
  recipientId: hospital.structureId,
  connectionId: hospitalBooks.id,
  receivedAt: new Date(Date.UTC(2026, 2, 2, 11, 0, number)),
  name: '',
  mediaType: 'application/json',
  sha256: String(number).padStart(64, '0'),
  bytes: Uint8Array.of(0, 255, number),
  ...change,
});

export const describeInbox = (makePorts: MakePorts): void => {
  describe('what accounting systems send by themselves', () => {
    const ports = usePorts(makePorts);
    const add = (given: NewInboxMessage) => ports().work.run(({ inbox }) => inbox.add(given));
    const readAfter = (place: number, limit = 10, recipientId = hospital.structureId) =>
      ports().work.run(({ inbox }) => inbox.after(recipientId, hospitalBooks.id, place, limit));

    test('is kept as it came, in the order of coming', async () => {
      for (const number of [3, 1, 2]) expect(await add(message(number))).toBe(true);
      const kept = await readAfter(0);
      expect(kept.map(({ place: _place, ...given }) => given)).toEqual([message(3), message(1), message(2)]);
      expect(kept.map(({ place }) => place)).toEqual([1, 2, 3]);
    });

    test('is kept once, however often the same bytes come', async () => {
      expect([await add(message(1)), await add(message(1)), await add(message(2))]).toEqual([
        true,
        false,
        true,
      ]);
      expect(await readAfter(0)).toHaveLength(2);
    });

    test('is read on from a place, so many at a time', async () => {
      for (const number of [1, 2, 3, 4]) await add(message(number));
      expect((await readAfter(1, 2)).map(({ place }) => place)).toEqual([2, 3]);
      expect(await readAfter(4)).toEqual([]);
    });

    test('is nobody else’s to read', async () => {
      await add(message(1));
      expect(await readAfter(0, 10, town.structureId)).toEqual([]);
    });

    test('has a place of its own each, however many come at the same moment', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, index) => add(message(index))));
      const places = (await readAfter(0, 20)).map(({ place }) => place);
      expect(places).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    });

    test('is counted since a moment, as far back as is asked', async () => {
      for (const number of [1, 2, 3, 4]) await add(message(number));
      const taken = (since: Date, most: number) =>
        ports().work.run(({ inbox }) =>
          inbox.takenSince(hospital.structureId, hospitalBooks.id, since, most),
        );
      expect(await taken(message(2).receivedAt, 10)).toEqual({ messages: 3, bytes: 9 });
      expect(await taken(message(2).receivedAt, 2)).toEqual({ messages: 2, bytes: 6 });
      expect(await taken(message(5).receivedAt, 10)).toEqual({ messages: 0, bytes: 0 });
    });

    test('is forgotten after a while, and its places are not given again', async () => {
      for (const number of [1, 2, 3]) await add(message(number));
      const forget = (number: number) =>
        ports().work.run(({ inbox }) => inbox.forgetBefore(message(number).receivedAt));
      expect(await forget(3)).toBe(2);
      expect(await forget(9)).toBe(0);
      await add(message(4));
      expect((await readAfter(0)).map(({ place }) => place)).toEqual([3, 4]);
    });

    test('is not kept when the story fails', async () => {
      const failed = ports().work.run(async ({ inbox }) => {
        await inbox.add(message(1));
        throw new Error('the machine stopped');
      });
      await expect(failed).rejects.toThrow('the machine stopped');
      expect(await readAfter(0)).toEqual([]);
    });
  });
};
