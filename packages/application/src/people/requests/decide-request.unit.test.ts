import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, gilles, stationer } from '../../testing/cast.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { asked, makePeopleWorld, type PeopleWorld } from '../../testing/people-world.js';
import { makePeopleRound } from '../round/make-round.js';
import { makeApproveRequest, makeOpenRequest, makeRefuseRequest } from './decide-request.js';
import { makeListOwnRequests, makeRemindManagers, makeWithdrawRequest } from './own-requests.js';
import { makeRequestToJoin } from './request-to-join.js';

const structureId = stationer.structureId;
const grants = [{ space: 'issuedInvoices', level: 'full' }] as const;

describe('a request to join', () => {
  let world: PeopleWorld;
  let requestId: string;
  beforeEach(async () => {
    world = await makePeopleWorld();
    requestId = (await asked(world)).id;
  });
  const approve = (actor = bruno) =>
    makeApproveRequest(world)({ structureId, requestId, role: 'user', grants }, actor);
  const own = async () => (await makeListOwnRequests(world)(gilles))[0];

  test('reaches the managers, and stands once', async () => {
    expect(world.mailsTo(bruno.email)).toHaveLength(1);
    expect(world.mailsTo(alice.email)).toEqual([]);
    const again = await makeRequestToJoin(world)({ structureId }, gilles);
    expect(refusalOf(again)).toEqual({ code: 'request-open' });
    const member = await makeRequestToJoin(world)({ structureId }, alice);
    expect(refusalOf(member)).toEqual({ code: 'already-member' });
  });

  test('taken back and made again, writes to the managers three times a day at most', async () => {
    const again = () => makeRequestToJoin(world)({ structureId }, gilles);
    for (let times = 1; times < 3; times += 1) {
      granted(await makeWithdrawRequest(world)({ structureId, requestId }, gilles));
      requestId = granted(await again()).id;
    }
    granted(await makeWithdrawRequest(world)({ structureId, requestId }, gilles));
    expect(refusalOf(await again())).toMatchObject({ code: 'asked-too-often' });
    expect(world.mailsTo(bruno.email)).toHaveLength(3);
    world.advanceDays(1);
    world.advance(1);
    granted(await again());
  });

  test('shows who first looked at it', async () => {
    granted(await makeOpenRequest(world)({ structureId, requestId }, bruno));
    expect(await own()).toMatchObject({ state: 'waiting', seenByName: bruno.name, seenAt: world.now() });
  });

  test('lets the person in with the rights chosen', async () => {
    granted(await approve());
    expect((await world.present(gilles)).memberships[1]).toMatchObject({ structureId, role: 'user', grants });
    expect(await own()).toMatchObject({ state: 'approved', decidedByName: bruno.name });
    expect(world.mailsTo(gilles.email)).toHaveLength(1);
    expect(world.acts(structureId)).toEqual(['joinRequest.made', 'joinRequest.approved']);
  });

  test('is answered once when two managers do at the same moment', async () => {
    await world.work.run(({ memberships }) =>
      memberships.change({ userId: alice.userId, structureId, role: 'deputyManager', grants: [] }),
    );
    const deputy = await world.present(alice);
    const outcomes = await Promise.all([approve(), approve(deputy)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.map((outcome) => (outcome.ok ? 'approved' : outcome.refusal.code))).toContain(
      'request-closed',
    );
  });

  test('is refused with a reason that the person reads', async () => {
    const refuse = (reason: string, actor = bruno) =>
      makeRefuseRequest(world)({ structureId, requestId, reason }, actor);
    expect(refusalOf(await refuse(''))).toMatchObject({ faults: [{ field: 'reason', code: 'missing' }] });
    expect(refusalOf(await refuse('Inconnu', alice))).toMatchObject({ code: 'not-allowed' });
    granted(await refuse('Inconnu de nos services'));
    expect(await own()).toMatchObject({ state: 'refused', reason: 'Inconnu de nos services' });
    expect(refusalOf(await approve())).toEqual({ code: 'request-closed' });
  });

  test('is taken back by the person who made it, and by nobody else', async () => {
    const withdraw = makeWithdrawRequest(world);
    expect(refusalOf(await withdraw({ structureId, requestId }, alice))).toEqual({
      code: 'request-not-found',
    });
    granted(await withdraw({ structureId, requestId }, gilles));
    expect(await own()).toMatchObject({ state: 'withdrawn' });
  });

  test('is reminded by the person once a day', async () => {
    const remind = () => makeRemindManagers(world)({ structureId, requestId }, gilles);
    expect(refusalOf(await remind()).code).toBe('reminded-already');
    world.advanceDays(1);
    granted(await remind());
    expect(refusalOf(await remind()).code).toBe('reminded-already');
    expect(world.mailsTo(bruno.email)).toHaveLength(2);
  });

  test('is reminded by itself after three days and after seven, and ends after sixty', async () => {
    const round = makePeopleRound(world);
    const mailsAfter = async (days: number) => {
      world.advanceDays(days);
      await round();
      await round();
      return world.mailsTo(bruno.email).length;
    };
    expect([await mailsAfter(2), await mailsAfter(1), await mailsAfter(1), await mailsAfter(3)]).toEqual([
      1, 2, 2, 3,
    ]);
    await mailsAfter(53);
    expect(await own()).toMatchObject({ state: 'expired' });
    expect(world.mailsTo(gilles.email)).toHaveLength(1);
  });
});
