import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, claire, elise, fanny, gilles, hospital, stationer, town } from '../../testing/cast.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { makePeopleWorld, type PeopleWorld } from '../../testing/people-world.js';
import { type ChangeMemberCommand, makeChangeMember } from './change-member.js';
import { makeEndMembership } from './end-membership.js';
import { makeListMembers } from './list-members.js';
import { makeTransferMainManagement } from './transfer-main-management.js';

const structureId = stationer.structureId;

describe('the people of a structure', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  const change = (command: Partial<ChangeMemberCommand>, actor = bruno) =>
    makeChangeMember(world)(
      {
        structureId,
        userId: alice.userId,
        role: 'user',
        grants: [{ space: 'issuedInvoices', level: 'read' }],
        reason: 'Elle consulte seulement',
        ...command,
      },
      actor,
    );
  const end = (userId: string, actor = bruno) =>
    makeEndMembership(world)({ structureId, userId, reason: 'Départ' }, actor);
  const transfer = (userId: string, actor = bruno) =>
    makeTransferMainManagement(world)({ structureId, userId, reason: 'Retraite' }, actor);

  test('change at once, with a trace of before and after and a mail', async () => {
    const until = new Date('2026-12-31T23:00:00Z');
    granted(await change({ until }));
    expect((await world.present(alice)).memberships[0]).toMatchObject({
      grants: [{ space: 'issuedInvoices', level: 'read' }],
      until,
    });
    const [entry] = [...world.tables.accessTraces.values()];
    expect(entry).toMatchObject({
      structureId,
      byUserId: bruno.userId,
      act: 'membership.changed',
      subject: alice.name,
      reason: 'Elle consulte seulement',
      details: {
        before: { role: 'user', grants: [{ space: 'issuedInvoices', level: 'full' }] },
        after: { role: 'user', until: until.toISOString() },
      },
    });
    expect(world.mailsTo(alice.email)).toHaveLength(1);
  });

  test('end at once; the account stays', async () => {
    granted(await end(alice.userId));
    expect((await world.present(alice)).memberships).toEqual([]);
    expect(world.acts(structureId)).toEqual(['membership.ended']);
    expect(refusalOf(await end(alice.userId))).toEqual({ code: 'person-not-found' });
  });

  test('are changed by managers only, and never by the managers of another structure', async () => {
    for (const actor of [alice, fanny, gilles, elise])
      expect(refusalOf(await change({ userId: fanny.userId }, actor))).toEqual({
        code: 'not-allowed',
        right: 'person:grant',
      });
  });

  test('are asked for a reason', async () => {
    expect(refusalOf(await change({ reason: ' ' }))).toEqual({
      code: 'form-faulty',
      faults: [{ field: 'reason', code: 'missing' }],
    });
  });

  test('do not change themselves', async () => {
    expect(refusalOf(await change({ userId: bruno.userId }))).toEqual({
      code: 'grant-refused',
      condition: 'notOneself',
    });
    expect(refusalOf(await end(bruno.userId))).toEqual({ code: 'grant-refused', condition: 'notOneself' });
  });

  test('get no space of the other side, and no space twice', async () => {
    const grants = [{ space: 'receivedInvoices', level: 'read' }] as const;
    expect(refusalOf(await change({ grants }))).toEqual({
      code: 'grant-refused',
      condition: 'withinTheSide',
    });
    const twice = [
      { space: 'issuedInvoices', level: 'read' },
      { space: 'issuedInvoices', level: 'full' },
    ] as const;
    expect(refusalOf(await change({ grants: twice }))).toMatchObject({ faults: [{ code: 'space-twice' }] });
  });

  test('are narrowed to services that there are', async () => {
    await world.work.run(({ memberships }) =>
      memberships.add({
        userId: gilles.userId,
        structureId: hospital.structureId,
        role: 'mainManager',
        grants: [],
      }),
    );
    const manager = await world.present(gilles);
    const narrow = (code: string) =>
      change(
        {
          structureId: hospital.structureId,
          userId: claire.userId,
          grants: [{ space: 'receivedInvoices', level: 'full', services: [code] }],
        },
        manager,
      );
    expect(refusalOf(await narrow('PISCINE'))).toMatchObject({ faults: [{ code: 'service-unknown' }] });
    expect(granted(await narrow('RESTAURATION')).grants).toEqual([
      { space: 'receivedInvoices', level: 'full', services: ['RESTAURATION'] },
    ]);
  });

  test('lose what they were given space by space when they become managers', async () => {
    expect(granted(await change({ role: 'deputyManager' })).grants).toEqual([]);
  });

  test('hand the main management over, and step back', async () => {
    granted(await transfer(alice.userId));
    expect((await world.present(alice)).memberships[0]?.role).toBe('mainManager');
    expect((await world.present(bruno)).memberships[0]?.role).toBe('deputyManager');
    expect(refusalOf(await transfer(fanny.userId, await world.present(bruno)))).toMatchObject({
      code: 'not-allowed',
    });
  });

  test('keep a main manager when two remove each other at once', async () => {
    granted(await change({ role: 'mainManager' }));
    const other = await world.present(alice);
    const outcomes = await Promise.all([end(alice.userId), end(bruno.userId, other)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const left = await world.work.run(({ memberships }) => memberships.managersOf(structureId, world.now()));
    expect(left.map(({ role }) => role)).toEqual(['mainManager']);
  });

  test('are listed for those who may read them', async () => {
    const list = makeListMembers(world);
    expect(granted(await list({ structureId, search: 'fanny' }, bruno)).members).toHaveLength(1);
    expect(refusalOf(await list({ structureId }, alice))).toMatchObject({ code: 'not-allowed' });
    expect(refusalOf(await list({ structureId: town.structureId }, bruno))).toMatchObject({
      code: 'not-allowed',
    });
  });
});
