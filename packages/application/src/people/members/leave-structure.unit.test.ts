import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, gilles, stationer } from '../../testing/cast.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { makePeopleWorld, type PeopleWorld } from '../../testing/people-world.js';
import { signedIn } from '../../testing/second-factors.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { makeChangeMember } from './change-member.js';
import { makeLeaveStructure } from './leave-structure.js';

const { structureId } = stationer;

describe('leaving a structure by oneself', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  const leave = (person = alice) => makeLeaveStructure(world)({ structureId }, person);
  const promote = (until?: Date) =>
    makeChangeMember(world)(
      {
        structureId,
        userId: alice.userId,
        role: 'mainManager',
        grants: [],
        reason: 'Relève',
        ...(until ? { until } : {}),
      },
      bruno,
    );

  test('takes no right, leaves a trace, tells the managers and keeps the session', async () => {
    const { token } = await signedIn(world);
    granted(await leave());
    expect(await makeWhoIsSignedIn(world)(token)).toMatchObject({ userId: alice.userId, memberships: [] });
    expect([...world.tables.accessTraces.values()]).toMatchObject([
      {
        structureId,
        byUserId: alice.userId,
        act: 'membership.left',
        subject: alice.name,
        details: { before: { role: 'user', grants: [{ space: 'issuedInvoices', level: 'full' }] } },
      },
    ]);
    expect(world.mailsTo(bruno.email)).toEqual([`${alice.name} a quitté ${stationer.name}`]);
    expect(world.mailsTo(alice.email)).toEqual([]);
  });

  test('is done once, and only where one belongs', async () => {
    granted(await leave());
    for (const person of [alice, gilles])
      expect(refusalOf(await leave(person))).toEqual({ code: 'structure-not-found' });
  });

  test('is refused to the last main manager; one whose time is counted does not stay in their place', async () => {
    const refused = { code: 'grant-refused', condition: 'mainManagerRemains' };
    expect(refusalOf(await leave(bruno))).toEqual(refused);
    granted(await promote(new Date(world.now().getTime() + 86_400_000)));
    expect(refusalOf(await leave(bruno))).toEqual(refused);
    granted(await promote());
    granted(await leave(bruno));
    expect(refusalOf(await leave(await world.present(alice)))).toEqual(refused);
  });

  test('leaves one main manager when both go at once', async () => {
    granted(await promote());
    const answers = await Promise.all([leave(alice), leave(bruno)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});
