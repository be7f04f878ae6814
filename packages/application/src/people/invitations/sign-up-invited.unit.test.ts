import { beforeEach, describe, expect, test } from 'vitest';
import { bruno, stationer } from '../../testing/cast.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { lastMailTo, linkIn } from '../../testing/mails.js';
import { makePeopleWorld, type PeopleWorld } from '../../testing/people-world.js';
import { makeWithdrawInvitation } from './answer-invitation.js';
import { makeInvite } from './invite.js';
import { makeSignUpInvited, type SignUpInvitedCommand } from './sign-up-invited.js';

const structureId = stationer.structureId;
const email = 'nadia@papeterie.example';
const grants = [{ space: 'issuedInvoices', level: 'read' }] as const;
const device = { networkAddress: '192.0.2.7' };

describe('a sign-up by invitation', () => {
  let world: PeopleWorld;
  let invitationId: string;
  let token: string;
  beforeEach(async () => {
    world = await makePeopleWorld();
    const command = { structureId, email, role: 'user', grants, reason: 'Renfort' } as const;
    invitationId = granted(await makeInvite(world)(command, bruno)).id;
    token = decodeURIComponent(linkIn(lastMailTo(world, email)));
  });
  const signUp = (changes: Partial<SignUpInvitedCommand> = {}) =>
    makeSignUpInvited({ ...world, hashPassword: async (password) => `hash of ${password}` })(
      { token, name: 'Nadia Colin', password: 'une longue phrase à moi', language: 'fr', ...changes },
      device,
    );

  test('makes the account, with the rights of the invitation, and nobody is asked anything', async () => {
    const mailsBefore = world.tables.mails.size;
    const { person, structure } = granted(await signUp());
    expect(person).toMatchObject({
      name: 'Nadia Colin',
      email,
      memberships: [{ structureId, role: 'user', grants }],
    });
    expect(structure.structureId).toBe(structureId);
    expect(world.acts(structureId)).toEqual(['invitation.sent', 'invitation.accepted']);
    expect(world.tables.mails.size).toBe(mailsBefore);
  });

  test('opens once', async () => {
    granted(await signUp());
    expect(refusalOf(await signUp())).toEqual({ code: 'invitation-not-found' });
  });

  test('makes one account when the link is followed twice at once', async () => {
    const answers = await Promise.all([signUp(), signUp({ name: 'Une Autre' })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is over after 14 days, and when the invitation is withdrawn', async () => {
    granted(await makeWithdrawInvitation(world)({ structureId, invitationId }, bruno));
    expect(refusalOf(await signUp())).toEqual({ code: 'invitation-not-found' });
    granted(await makeInvite(world)({ structureId, email, role: 'user', grants, reason: 'Renfort' }, bruno));
    token = decodeURIComponent(linkIn(lastMailTo(world, email)));
    world.advanceDays(14);
    expect(refusalOf(await signUp())).toEqual({ code: 'invitation-not-found' });
  });

  test('tells all that is wrong with name and password, and keeps the link', async () => {
    expect(refusalOf(await signUp({ name: ' ', password: 'court' }))).toMatchObject({
      code: 'fields-faulty',
      faults: [{ field: 'name' }, { field: 'password' }],
    });
    granted(await signUp());
  });

  test('is not for an address that has an account', async () => {
    await world.work.run(({ credentials }) =>
      credentials.add({ userId: world.newId(), email, name: 'Nadia', language: 'fr', passwordHash: 'hash' }),
    );
    expect(refusalOf(await signUp())).toEqual({ code: 'address-taken' });
  });
});
