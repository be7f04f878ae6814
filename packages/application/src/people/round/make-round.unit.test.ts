import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, fanny, stationer } from '../../testing/cast.js';
import { makePeopleWorld, type PeopleWorld } from '../../testing/people-world.js';
import { makePeopleRound } from './make-round.js';

const DAY_IN_MS = 86_400_000;

describe('rights that end by themselves', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  const inDays = (days: number): Date => new Date(world.now().getTime() + days * DAY_IN_MS);
  const box = (end: Date) =>
    world.work.run(({ memberships }) =>
      memberships.change({
        userId: fanny.userId,
        structureId: stationer.structureId,
        role: 'user',
        grants: [{ space: 'issuedInvoices', level: 'read' }],
        until: end,
      }),
    );
  const mailsAfter = async (days: number): Promise<readonly number[]> => {
    world.advanceDays(days);
    await Promise.all([makePeopleRound(world)(), makePeopleRound(world)()]);
    return [fanny, bruno, alice].map(({ email }) => world.mailsTo(email).length);
  };

  test('are announced seven days before, once, to the person and the managers', async () => {
    await box(inDays(10));
    expect(await mailsAfter(0)).toEqual([0, 0, 0]);
    expect(await mailsAfter(4)).toEqual([1, 1, 0]);
    expect(await mailsAfter(1)).toEqual([1, 1, 0]);
    expect(world.mailsTo(fanny.email)[0]).toMatch(/se terminent le 12 mars 2026/);
  });

  test('are announced again when they were prolonged meanwhile', async () => {
    await box(inDays(5));
    expect(await mailsAfter(0)).toEqual([1, 1, 0]);
    await box(inDays(20));
    expect(await mailsAfter(14)).toEqual([2, 2, 0]);
  });

  test('end at their last moment, without anybody doing anything', async () => {
    await box(inDays(1));
    expect((await world.present(fanny)).memberships).toHaveLength(1);
    world.advanceDays(1);
    expect((await world.present(fanny)).memberships).toEqual([]);
  });
});
