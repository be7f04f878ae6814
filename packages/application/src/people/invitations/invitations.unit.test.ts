import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, gilles, stationer } from '../../testing/cast.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { lastMailTo, linkIn } from '../../testing/mails.js';
import { asked, makePeopleWorld, type PeopleWorld } from '../../testing/people-world.js';
import { makeListOwnRequests } from '../requests/own-requests.js';
import {
  makeAcceptInvitation,
  makeListInvitations,
  makeViewInvitation,
  makeWithdrawInvitation,
} from './answer-invitation.js';
import { type InviteCommand, makeInvite } from './invite.js';

const structureId = stationer.structureId;
const grants = [{ space: 'issuedInvoices', level: 'read' }] as const;

describe('an invitation', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  const invite = (command: Partial<InviteCommand> = {}, actor = bruno) =>
    makeInvite(world)(
      { structureId, email: gilles.email, role: 'user', grants, reason: 'Renfort', ...command },
      actor,
    );
  /** As the mail has it. */
  const tokenSent = (): string => decodeURIComponent(linkIn(lastMailTo(world, gilles.email)));
  const accept = (token = tokenSent(), person = gilles) => makeAcceptInvitation(world)(token, person);

  test('lets its receiver in with the rights it says, once', async () => {
    granted(await invite({ email: ` ${gilles.email.toUpperCase()}` }));
    expect(await makeViewInvitation(world)(tokenSent())).toMatchObject({
      structure: { name: stationer.name },
    });
    granted(await accept());
    expect((await world.present(gilles)).memberships[1]).toMatchObject({ structureId, role: 'user', grants });
    expect(refusalOf(await accept())).toEqual({ code: 'invitation-not-found' });
    expect(world.acts(structureId)).toEqual(['invitation.sent', 'invitation.accepted']);
  });

  test('is told all its faults at once, each at its field', async () => {
    const wrong = { email: 'gilles', reason: ' ', until: world.now() };
    const narrowed = [{ space: 'receivedInvoices', level: 'read', services: [] }] as const;
    expect(refusalOf(await invite({ ...wrong, grants: narrowed }))).toEqual({
      code: 'form-faulty',
      faults: [
        { field: 'email', code: 'email-malformed' },
        { field: 'reason', code: 'missing' },
        { field: 'until', code: 'date-past' },
        { field: 'services', code: 'services-none' },
      ],
    });
  });

  test('is kept under the hash of its token only', async () => {
    granted(await invite());
    expect(JSON.stringify([...world.tables.invitations.values()])).not.toContain(tokenSent());
  });

  test('opens nothing for another account, and nothing after 14 days', async () => {
    granted(await invite());
    expect(refusalOf(await accept(tokenSent(), alice))).toEqual({ code: 'invitation-for-another' });
    world.advanceDays(14);
    expect(await makeViewInvitation(world)(tokenSent())).toBeUndefined();
    expect(refusalOf(await accept())).toEqual({ code: 'invitation-not-found' });
    // A new one takes the place of the one that is over.
    granted(await invite());
    granted(await accept());
  });

  test('answers the request that the same person has made', async () => {
    await asked(world);
    granted(await invite());
    granted(await accept());
    expect((await makeListOwnRequests(world)(gilles))[0]).toMatchObject({ state: 'approved' });
  });

  test('stops working when it is withdrawn', async () => {
    const { id: invitationId } = granted(await invite());
    expect(refusalOf(await invite())).toEqual({ code: 'invitation-open' });
    expect(granted(await makeListInvitations(world)(structureId, bruno))).toHaveLength(1);
    const withdraw = makeWithdrawInvitation(world);
    expect(refusalOf(await withdraw({ structureId, invitationId }, alice))).toMatchObject({
      code: 'not-allowed',
    });
    granted(await withdraw({ structureId, invitationId }, bruno));
    expect(refusalOf(await accept())).toEqual({ code: 'invitation-not-found' });
  });

  test('stops working when its author may no longer give what it says', async () => {
    granted(await invite({ role: 'deputyManager', grants: [] }));
    await world.work.run(({ memberships }) =>
      memberships.change({ userId: bruno.userId, structureId, role: 'deputyManager', grants: [] }),
    );
    expect(await makeViewInvitation(world)(tokenSent())).toBeUndefined();
    expect(refusalOf(await accept())).toEqual({ code: 'invitation-not-found' });
    await world.work.run(({ memberships }) => memberships.end(bruno.userId, structureId));
    expect(refusalOf(await accept())).toEqual({ code: 'invitation-not-found' });
  });

  test('goes out to one address three times a day at most', async () => {
    for (let times = 0; times < 3; times += 1) {
      const { id: invitationId } = granted(await invite());
      granted(await makeWithdrawInvitation(world)({ structureId, invitationId }, bruno));
    }
    expect(refusalOf(await invite())).toMatchObject({ code: 'asked-too-often' });
    expect(world.mailsTo(gilles.email)).toHaveLength(3);
  });

  test('is sent by managers, to an address, for spaces there are', async () => {
    expect(refusalOf(await invite({}, alice))).toMatchObject({ code: 'not-allowed' });
    expect(refusalOf(await invite({ email: 'gilles' }))).toMatchObject({
      faults: [{ code: 'email-malformed' }],
    });
    expect(refusalOf(await invite({ email: alice.email }))).toEqual({ code: 'already-member' });
    expect(refusalOf(await invite({ grants: [] }))).toMatchObject({ faults: [{ code: 'grants-missing' }] });
    expect(refusalOf(await invite({ grants: [{ space: 'connections', level: 'full' }] }))).toEqual({
      code: 'grant-refused',
      condition: 'withinTheSide',
    });
  });
});
