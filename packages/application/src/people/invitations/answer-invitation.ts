import type { Person, Principal, Role } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, Sha256 } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import { giveMembership, heldInTrace } from '../members/give-membership.js';
import type { StructureAccess } from '../membership-store.js';
import type { PeopleRefusal } from '../refusals.js';
import type { Invitation } from './invitation-store.js';

export interface AnswerInvitationPorts {
  readonly work: Work;
  readonly now: Clock;
  readonly sha256: Sha256;
}

export interface InvitationShown {
  readonly invitation: Invitation;
  readonly structure: StructureAccess;
}

/** Undefined when there is none, it was used, or its time is over. */
export type ViewInvitation = (token: string) => Promise<InvitationShown | undefined>;

/** What a link stands for: whoever follows it may not be signed in yet. */
export const makeViewInvitation =
  ({ work, now, sha256 }: AnswerInvitationPorts): ViewInvitation =>
  (token) =>
    work.run(async (stores) => {
      const invitation = await findStanding(stores, sha256(token), now());
      const structure = invitation && (await stores.memberships.structure(invitation.structureId));
      return structure && { invitation, structure };
    });

/** One that waits, of somebody who may still give what it says: whoever is gone must not go on letting people in. */
export const findStanding = async (
  { invitations, memberships }: Stores,
  tokenHash: string,
  at: Date,
): Promise<Invitation | undefined> => {
  const invitation = await invitations.findByToken(tokenHash);
  if (invitation?.state !== 'waiting' || invitation.expiresAt <= at) return undefined;
  const giver = await memberships.find(invitation.invitedBy, invitation.structureId);
  if (!giver || (giver.until && giver.until <= at)) return undefined;
  const gives: readonly Role[] =
    invitation.role === 'user' ? ['mainManager', 'deputyManager'] : ['mainManager'];
  return gives.includes(giver.role) ? invitation : undefined;
};

export type AcceptInvitation = (
  token: string,
  person: Person,
) => Promise<Result<StructureAccess, PeopleRefusal>>;

/** The person joins with the rights the invitation says: the link reaches whoever reads that mail, and nobody else. */
export const makeAcceptInvitation =
  ({ work, now, sha256 }: AnswerInvitationPorts): AcceptInvitation =>
  (token, person) =>
    work.run((stores) => acceptInvitationIn(stores, sha256(token), person, now()));

/** The same, in the unit of work of another story. */
export const acceptInvitationIn = async (
  stores: Stores,
  tokenHash: string,
  person: Pick<Person, 'userId' | 'name' | 'email'>,
  at: Date,
): Promise<Result<StructureAccess, PeopleRefusal>> => {
  const named = await stores.invitations.findByToken(tokenHash);
  if (named) await stores.memberships.lockPeopleOf(named.structureId);
  const invitation = await findStanding(stores, tokenHash, at);
  if (!invitation) return refuse({ code: 'invitation-not-found' });
  if (invitation.email !== person.email) return refuse({ code: 'invitation-for-another' });
  const { structureId, id, role, grants, until } = invitation;
  const structure = await stores.memberships.structure(structureId);
  if (!structure) return refuse({ code: 'structure-not-found' });
  const held = await stores.memberships.find(person.userId, structureId);
  if (held && (held.until === undefined || held.until > at)) return refuse({ code: 'already-member' });
  if (!(await stores.invitations.close(structureId, id, 'accepted')))
    return refuse({ code: 'invitation-not-found' });
  const after = { role, grants, ...(until ? { until } : {}) };
  await giveMembership(stores, { userId: person.userId, structureId }, after);
  const request = await stores.joinRequests.findOpen(person.userId, structureId);
  if (request)
    await stores.joinRequests.save({
      ...request,
      state: 'approved',
      decidedAt: at,
      decidedByName: invitation.invitedByName,
    });
  await stores.accessTrace.record({
    structureId,
    at,
    byUserId: person.userId,
    byName: person.name,
    act: 'invitation.accepted',
    subject: person.name,
    details: { invitationId: id, invitedBy: invitation.invitedByName, after: heldInTrace(after) },
  });
  return accept(structure);
};

export interface WithdrawInvitationCommand {
  readonly structureId: string;
  readonly invitationId: string;
}

export type WithdrawInvitation = (
  command: WithdrawInvitationCommand,
  actor: Principal,
) => Promise<Result<Invitation, PeopleRefusal>>;

/** The link stops working. */
export const makeWithdrawInvitation =
  ({ work, now }: Omit<AnswerInvitationPorts, 'sha256'>): WithdrawInvitation =>
  async ({ structureId, invitationId }, actor) => {
    if (!may(actor, 'person:grant', structureId))
      return refuse({ code: 'not-allowed', right: 'person:grant' });
    return work.run(async ({ invitations, accessTrace }) => {
      const invitation = await invitations.find(structureId, invitationId);
      if (!invitation || !(await invitations.close(structureId, invitationId, 'withdrawn')))
        return refuse({ code: 'invitation-not-found' });
      await accessTrace.record({
        structureId,
        at: now(),
        byUserId: actor.userId,
        byName: actor.name,
        act: 'invitation.withdrawn',
        subject: invitation.email,
        details: { invitationId },
      });
      return accept({ ...invitation, state: 'withdrawn' });
    });
  };

export type ListInvitations = (
  structureId: string,
  actor: Principal,
) => Promise<Result<Invitation[], PeopleRefusal>>;

/** The invitations that wait; a hundred at most. */
export const makeListInvitations =
  ({ work }: { readonly work: Work }): ListInvitations =>
  async (structureId, actor) => {
    if (!may(actor, 'person:read', structureId)) return refuse({ code: 'not-allowed', right: 'person:read' });
    return accept(await work.run(({ invitations }) => invitations.waitingOf(structureId, 100)));
  };
