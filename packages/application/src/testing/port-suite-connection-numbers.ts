import { describe, expect, test } from 'vitest';
import { deliveryKey } from '../accounting/accounting-connector.js';
import type { GivenNumber } from '../accounting/connection-number-store.js';
import { hospital, town, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = new Date('2026-03-02T08:00:00.000Z');
const keyOf = (number: number, revision = 1) => deliveryKey(uuid(number), revision);

export const describeConnectionNumbers = (makePorts: MakePorts): void => {
  describe('numbers that other systems demand', () => {
    const ports = usePorts(makePorts);
    const give = (
      key: ReturnType<typeof keyOf>,
      {
        recipientId = hospital.structureId,
        sequence = '2026/00',
        first = 1,
        givenAt = at,
      }: {
        readonly recipientId?: string;
        readonly sequence?: string;
        readonly first?: number;
        readonly givenAt?: Date;
      } = {},
    ): Promise<GivenNumber> =>
      ports().work.run(({ connectionNumbers }) =>
        connectionNumbers.next(recipientId, sequence, key, { first, at: givenAt }),
      );

    test('the same key keeps its number and the day it was given', async () => {
      const first = await give(keyOf(1), { first: 40 });
      const later = await give(keyOf(1), { first: 90, givenAt: new Date('2027-01-04T08:00:00.000Z') });
      expect(first).toEqual({ key: keyOf(1), number: 40, givenAt: at });
      expect(later).toEqual(first);
      const find = (number: number) =>
        ports().work.run(({ connectionNumbers }) =>
          connectionNumbers.find(hospital.structureId, '2026/00', keyOf(number)),
        );
      expect([await find(1), await find(2)]).toEqual([first, undefined]);
    });

    test('each sequence of each entity counts for itself, from the number asked for', async () => {
      const numbers = [
        await give(keyOf(1)),
        await give(keyOf(2)),
        await give(keyOf(1, 2), { first: 50 }),
        await give(keyOf(3)),
        await give(keyOf(1), { sequence: '2027/00' }),
        await give(keyOf(1), { recipientId: town.structureId }),
      ];
      expect(numbers.map(({ number }) => number)).toEqual([1, 2, 50, 51, 1, 1]);
    });

    test('two keys never share one, however many ask at the same moment', async () => {
      const given = await Promise.all(Array.from({ length: 12 }, (_, index) => give(keyOf(index))));
      expect(given.map(({ number }) => number).toSorted((left, right) => left - right)).toEqual(
        Array.from({ length: 12 }, (_, index) => index + 1),
      );
    });

    test('keeps a note beside a number, and lists what follows one', async () => {
      for (const number of [1, 2, 3, 4]) await give(keyOf(number));
      await ports().work.run(({ connectionNumbers }) =>
        connectionNumbers.note(hospital.structureId, '2026/00', keyOf(3), 'transaction 815'),
      );
      const listed = await ports().work.run(({ connectionNumbers }) =>
        connectionNumbers.after(hospital.structureId, '2026/00', 1, 2),
      );
      expect(listed.map(({ number, note }) => [number, note])).toEqual([
        [2, undefined],
        [3, 'transaction 815'],
      ]);
    });

    test('notes nothing beside a number that nobody was given', async () => {
      await expect(
        ports().work.run(({ connectionNumbers }) =>
          connectionNumbers.note(hospital.structureId, '2026/00', keyOf(9), 'x'),
        ),
      ).rejects.toThrow('no number was given');
    });
  });
};
