import type { Grant, Principal, Role } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { OutgoingMail } from '../../mail/mail-outbox.js';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Stores, Work } from '../../ports/work.js';
import type { JoinRequestPage, JoinRequestShown, JoinRequestWindow } from '../join-requests.js';
import type { PeoplePorts } from '../members/change-member.js';
import { asHeld, decideChange } from '../members/decide-change.js';
import { giveMembership, heldInTrace } from '../members/give-membership.js';
import { type PeopleRefusal, requiredText } from '../refusals.js';
import { approvedMail, refusedMail } from './request-mail.js';

interface RequestNamed {
  readonly structureId: string;
  readonly requestId: string;
}

type Decided = Promise<Result<JoinRequestShown, PeopleRefusal>>;

export interface ListRequestsCommand extends Omit<JoinRequestWindow, 'limit'> {
  readonly structureId: string;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
}

export type ListRequests = (
  command: ListRequestsCommand,
  actor: Principal,
) => Promise<Result<RequestsListed, PeopleRefusal>>;

export interface RequestsListed extends JoinRequestPage {
  /** How many wait in all. */
  readonly waiting: number;
}

/** The requests to join a structure, oldest first. */
export const makeListRequests =
  ({ work }: { readonly work: Work }): ListRequests =>
  async ({ structureId, limit = 25, ...window }, actor) => {
    if (!may(actor, 'person:read', structureId)) return refuse({ code: 'not-allowed', right: 'person:read' });
    const bounded = Math.min(Math.max(limit, 1), 100);
    return work.run(async ({ joinRequests }) =>
      accept({
        ...(await joinRequests.ofStructure(structureId, { ...window, limit: bounded })),
        waiting: await joinRequests.countWaiting(structureId),
      }),
    );
  };

export type OpenRequest = (command: RequestNamed, actor: Principal) => Decided;

/** A manager looks at a request; the person sees that somebody has, and who was first. */
export const makeOpenRequest =
  ({ work, now }: Pick<PeoplePorts, 'work' | 'now'>): OpenRequest =>
  async ({ structureId, requestId }, actor) => {
    if (!may(actor, 'person:grant', structureId))
      return refuse({ code: 'not-allowed', right: 'person:grant' });
    return work.run(async (stores) => {
      const request = await stores.joinRequests.findForChange(structureId, requestId);
      if (!request) return refuse({ code: 'request-not-found' });
      if (request.seenAt || request.state !== 'waiting') return accept(request);
      const seen = { ...request, seenAt: now(), seenByName: actor.name };
      await stores.joinRequests.save(seen);
      return accept(seen);
    });
  };

export interface ApproveRequestCommand extends RequestNamed {
  readonly role: Role;
  readonly grants: readonly Grant[];
  readonly until?: Date;
  readonly reason?: string;
}

export type ApproveRequest = (command: ApproveRequestCommand, actor: Principal) => Decided;

/** Lets the person in with the role and the spaces chosen. Of two managers who answer at once, the first does. */
export const makeApproveRequest =
  (ports: PeoplePorts): ApproveRequest =>
  async ({ structureId, requestId, reason = '', ...wanted }, actor) => {
    // Before anything is looked up: whoever may not decide does not learn what is asked.
    if (!may(actor, 'person:grant', structureId))
      return refuse({ code: 'not-allowed', right: 'person:grant' });
    const after = asHeld(wanted);
    return ports.work.run(async (stores) => {
      const at = ports.now();
      const found = await findWaiting(stores, { structureId, requestId });
      if (!found.ok) return found;
      const request = found.value;
      const decided = await decideChange(stores, at, actor, { structureId, userId: request.userId, after });
      if (!decided.ok) return decided;
      if (decided.value.before) return refuse({ code: 'already-member' });
      await giveMembership(stores, { structureId, userId: request.userId }, after);
      const { side } = decided.value.structure;
      const page = pageAddress(ports.publicUrl, side, 'people');
      return closeRequest(stores, ports, {
        request,
        closed: { ...request, state: 'approved', ...decision(request, actor, at) },
        actor,
        details: { after: heldInTrace(after) },
        reason: reason.trim(),
        mail: (language) => approvedMail({ structureName: request.structureName, page }, language),
      });
    });
  };

export interface RefuseRequestCommand extends RequestNamed {
  /** The person reads it. */
  readonly reason: string;
}

export type RefuseRequest = (command: RefuseRequestCommand, actor: Principal) => Decided;

export const makeRefuseRequest =
  (ports: PeoplePorts): RefuseRequest =>
  async ({ structureId, requestId, reason: given }, actor) => {
    const reason = given.trim();
    const faults = requiredText('reason', reason);
    if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
    if (!may(actor, 'person:grant', structureId))
      return refuse({ code: 'not-allowed', right: 'person:grant' });
    return ports.work.run(async (stores) => {
      const at = ports.now();
      const found = await findWaiting(stores, { structureId, requestId });
      if (!found.ok) return found;
      const request = found.value;
      const structure = await stores.memberships.structure(structureId);
      const page = pageAddress(ports.publicUrl, structure?.side ?? 'supplier', 'requests');
      return closeRequest(stores, ports, {
        request,
        closed: { ...request, state: 'refused', reason, ...decision(request, actor, at) },
        actor,
        details: {},
        reason,
        mail: (language) => refusedMail({ structureName: request.structureName, page, reason }, language),
      });
    });
  };

const findWaiting = async (stores: Stores, { structureId, requestId }: RequestNamed): Decided => {
  // The lock before the row, as everywhere: two managers never wait for each other.
  await stores.memberships.lockPeopleOf(structureId);
  const request = await stores.joinRequests.findForChange(structureId, requestId);
  if (!request) return refuse({ code: 'request-not-found' });
  return request.state === 'waiting' ? accept(request) : refuse({ code: 'request-closed' });
};

const decision = ({ seenAt, seenByName }: JoinRequestShown, { name }: Principal, at: Date) => ({
  decidedAt: at,
  decidedByName: name,
  seenAt: seenAt ?? at,
  seenByName: seenByName ?? name,
});

interface Closing {
  readonly request: JoinRequestShown;
  readonly closed: JoinRequestShown & { readonly decidedAt: Date; readonly state: 'approved' | 'refused' };
  readonly actor: Principal;
  readonly details: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly mail: (language: 'fr' | 'en') => Pick<OutgoingMail, 'subject' | 'body'>;
}

const closeRequest = async (
  stores: Stores,
  { newId }: PeoplePorts,
  { request, closed, actor, details, reason, mail }: Closing,
): Decided => {
  await stores.joinRequests.save(closed);
  await stores.accessTrace.record({
    structureId: request.structureId,
    at: closed.decidedAt,
    byUserId: actor.userId,
    byName: actor.name,
    act: `joinRequest.${closed.state}`,
    subject: request.name,
    details: { requestId: request.id, userId: request.userId, ...details },
    ...(reason ? { reason } : {}),
  });
  const account = await stores.accounts.findByEmail(request.email);
  await postMail(stores, newId, { to: request.email, ...mail(account?.language ?? 'fr') });
  return accept(closed);
};
