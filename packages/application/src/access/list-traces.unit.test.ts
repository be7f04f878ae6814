import type { Act } from '@parvis/domain/access/acts';
import { expect, test } from 'vitest';
import { bruno, stationer } from '../testing/cast.js';
import { granted } from '../testing/journey.js';
import { makePeopleWorld } from '../testing/people-world.js';
import { makeListTraces } from './list-traces.js';

const structureId = stationer.structureId;

test('the history of rights tells of people, mandates and keys, not of settings', async () => {
  const world = await makePeopleWorld();
  const acts: readonly Act[] = ['settings.changed', 'technicalKey.revoked', 'service.added', 'mandate.given'];
  await world.work.run(async ({ accessTrace }) => {
    for (const act of acts)
      await accessTrace.record({
        structureId,
        at: world.now(),
        byUserId: bruno.userId,
        byName: bruno.name,
        act,
        subject: '',
        details: {},
      });
  });
  const { entries } = granted(await makeListTraces(world)({ structureId }, bruno));
  expect(entries.map(({ act }) => act).sort()).toEqual(['mandate.given', 'technicalKey.revoked']);
});
