import { say } from '@parvis/domain/display/language';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, claire, denis, elise, hospital, hospitalBooks } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import { makeCheckConnection } from './check-connection.js';

const connectionId = hospitalBooks.id;

describe('checking a connection', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const check = (actor = claire) => makeCheckConnection(world)({ connectionId }, actor);
  const noted = async () => {
    const { structureId } = hospital;
    const found = await world.work.run(({ connections }) => connections.find(structureId, connectionId));
    return found?.lastProblem;
  };

  test('answers how the accounting system is', async () => {
    expect(granted(await check())).toEqual({ kind: 'fine', version: 'fake 1.0' });
  });

  test('keeps the problem beside the connection until it is gone', async () => {
    world.books.health = {
      kind: 'refused',
      code: 'credentials-refused',
      message: say('Mot de passe refusé.', 'Mot de passe refusé.'),
    };
    expect(granted(await check()).kind).toBe('refused');
    expect(await noted()).toEqual(say('Mot de passe refusé.', 'Mot de passe refusé.'));
    world.books.health = { kind: 'fine', version: '2' };
    await check();
    expect(await noted()).toBeUndefined();
  });

  test('takes a failure for an absence and tells the operators', async () => {
    world.books.meet('throws');
    expect(granted(await check()).kind).toBe('unavailable');
    expect(world.logged).toHaveLength(1);
  });

  test('is done so often a minute and no more: each calls the other system in the entity’s name', async () => {
    for (let round = 0; round < 20; round += 1) granted(await check());
    expect(refusalOf(await check())).toMatchObject({ code: 'tested-too-often' });
    world.advance(61);
    expect(granted(await check()).kind).toBe('fine');
  });

  test('is for those who operate a connector, and for their own', async () => {
    for (const actor of [alice, denis])
      expect(refusalOf(await check(actor))).toEqual({ code: 'not-allowed', right: 'connector:operate' });
    expect(refusalOf(await check(elise))).toEqual({ code: 'connection-not-found' });
    const named = { connectionId, recipientId: hospital.structureId };
    expect(refusalOf(await makeCheckConnection(world)(named, elise)).code).toBe('not-allowed');
  });
});
