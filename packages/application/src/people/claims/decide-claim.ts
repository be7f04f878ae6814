import type { Person } from '@parvis/domain/access/actor';
import type { Act } from '@parvis/domain/access/acts';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { DocumentStore } from '../../documents/document-store.js';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Stores, Work } from '../../ports/work.js';
import type { PeoplePorts } from '../members/change-member.js';
import { giveMembership, heldInTrace } from '../members/give-membership.js';
import type { Member } from '../membership-store.js';
import { type PeopleRefusal, requiredText } from '../refusals.js';
import { type IsOperator, mayDecide } from './claim-deciders.js';
import { claimClosedMail, claimGrantedMail } from './claim-mail.js';
import { isOpen } from './claim-ownership.js';
import type { ClaimProof, ClaimShown } from './claim-store.js';

export interface ClaimPorts extends PeoplePorts {
  readonly isOperator: IsOperator;
}

interface ClaimNamed {
  readonly structureId: string;
  readonly claimId: string;
}

export interface DecideClaimCommand extends ClaimNamed {
  readonly approves: boolean;
  readonly reason: string;
}

type Decided = Promise<Result<ClaimShown, PeopleRefusal>>;

export type DecideClaim = (command: DecideClaimCommand, person: Person) => Decided;

const APPROVALS = 2;
const OBJECTION_IN_MS = 7 * 86_400_000;

/** One of two people says yes or no. The second yes grants the claim, which takes effect in 7 days; one no ends it. */
export const makeDecideClaim =
  (ports: ClaimPorts): DecideClaim =>
  async ({ structureId, claimId, approves, reason: given }, person) => {
    const reason = given.trim();
    const faults = requiredText('reason', reason);
    if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
    return ports.work.run(async (stores) => {
      const at = ports.now();
      const claim = await stores.claims.findForChange(structureId, claimId);
      if (!claim || !(await mayDecide(stores, ports.isOperator, claim, person, at)))
        return refuse({ code: 'claim-not-found' });
      if (claim.state !== 'waiting') return refuse({ code: 'claim-closed' });
      const vote = { byUserId: person.userId, byName: person.name, approves, reason, votedAt: at };
      if (!(await stores.claims.addVote(structureId, claimId, vote)))
        return refuse({ code: 'decided-already' });
      await trace(stores, claim, person, at, approves ? 'claim.approved' : 'claim.refused', reason);
      const voted = { ...claim, votes: [...claim.votes, vote] };
      if (!approves) return close(stores, ports, { ...voted, state: 'refused', closedAt: at, reason });
      const yes = voted.votes.filter((each) => each.approves).length;
      return yes < APPROVALS ? accept(voted) : grant(stores, ports, voted, at);
    });
  };

const grant = async (stores: Stores, ports: ClaimPorts, claim: ClaimShown, at: Date): Decided => {
  const effectiveAt = new Date(at.getTime() + OBJECTION_IN_MS);
  const granted = { ...claim, state: 'granted', effectiveAt } as const;
  await stores.claims.save(granted);
  const page = await pageOf(stores, ports.publicUrl, claim.structureId);
  for (const { email, language, userId } of await stores.memberships.managersOf(claim.structureId, at))
    if (userId !== claim.userId)
      await postMail(stores, ports.newId, { to: email, ...claimGrantedMail({ ...claim, page }, language) });
  await tellClaimant(stores, ports, claim, 'granted');
  return accept(granted);
};

export interface ObjectToClaimCommand extends ClaimNamed {
  readonly reason: string;
}

export type ObjectToClaim = (command: ObjectToClaimCommand, person: Person) => Decided;

/** A main manager is still there: the claim ends. */
export const makeObjectToClaim =
  (ports: PeoplePorts): ObjectToClaim =>
  async ({ structureId, claimId, reason: given }, person) => {
    const reason = given.trim();
    const faults = requiredText('reason', reason);
    if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
    if (!may(person, 'person:appoint', structureId))
      return refuse({ code: 'not-allowed', right: 'person:appoint' });
    return ports.work.run(async (stores) => {
      const at = ports.now();
      const claim = await stores.claims.findForChange(structureId, claimId);
      if (!claim) return refuse({ code: 'claim-not-found' });
      if (!isOpen(claim.state)) return refuse({ code: 'claim-closed' });
      await trace(stores, claim, person, at, 'claim.objected', reason);
      return close(stores, ports, { ...claim, state: 'objected', closedAt: at, reason });
    });
  };

export type WithdrawClaim = (command: ClaimNamed, person: Person) => Decided;

/** The person no longer claims. */
export const makeWithdrawClaim =
  ({ work, now }: Pick<PeoplePorts, 'work' | 'now'>): WithdrawClaim =>
  ({ structureId, claimId }, person) =>
    work.run(async (stores) => {
      const at = now();
      const claim = await stores.claims.findForChange(structureId, claimId);
      if (!claim || claim.userId !== person.userId) return refuse({ code: 'claim-not-found' });
      if (!isOpen(claim.state)) return refuse({ code: 'claim-closed' });
      const withdrawn = { ...claim, state: 'withdrawn', closedAt: at } as const;
      await stores.claims.save(withdrawn);
      await trace(stores, claim, person, at, 'claim.withdrawn');
      return accept(withdrawn);
    });

/** What was granted and nobody objected to takes effect: the platform's own act. */
export const settleClaim = async (
  stores: Stores,
  ports: Omit<PeoplePorts, 'work'>,
  due: Pick<ClaimShown, 'structureId' | 'id'>,
  at: Date,
): Promise<void> => {
  const { structureId } = due;
  await stores.memberships.lockPeopleOf(structureId);
  const claim = await stores.claims.findForChange(structureId, due.id);
  if (claim?.state !== 'granted' || claim.effectiveAt === undefined || claim.effectiveAt > at) return;
  // Those who did not object step back; the new main manager decides what becomes of them.
  for (const former of await stores.memberships.managersOf(structureId, at))
    if (former.role === 'mainManager' && former.userId !== claim.userId) await stepBack(stores, former);
  const after = { role: 'mainManager', grants: [] } as const;
  await giveMembership(stores, { userId: claim.userId, structureId }, after);
  const request = await stores.joinRequests.findOpen(claim.userId, structureId);
  if (request)
    await stores.joinRequests.save({ ...request, state: 'approved', decidedAt: at, decidedByName: 'Parvis' });
  await stores.claims.save({ ...claim, state: 'effective', closedAt: at });
  await stores.accessTrace.record({
    structureId,
    at,
    byUserId: null,
    byName: 'Parvis',
    act: 'claim.effective',
    subject: claim.name,
    details: { claimId: claim.id, userId: claim.userId, after: heldInTrace(after) },
  });
  await tellClaimant(stores, ports, claim, 'effective');
};

const stepBack = ({ memberships }: Stores, { userId, structureId, until }: Member): Promise<void> =>
  memberships.change({
    userId,
    structureId,
    role: 'deputyManager',
    grants: [],
    ...(until ? { until } : {}),
  });

const close = async (
  stores: Stores,
  ports: PeoplePorts,
  closed: ClaimShown & { readonly state: 'refused' | 'objected' },
): Decided => {
  await stores.claims.save(closed);
  await tellClaimant(stores, ports, closed, closed.state);
  return accept(closed);
};

const tellClaimant = async (
  stores: Stores,
  { newId, publicUrl }: Pick<PeoplePorts, 'newId' | 'publicUrl'>,
  claim: ClaimShown,
  outcome: 'granted' | 'effective' | 'refused' | 'objected',
): Promise<void> => {
  const account = await stores.accounts.findByEmail(claim.email);
  const page = await pageOf(stores, publicUrl, claim.structureId);
  const { structureName, reason } = claim;
  const told = { structureName, page, outcome, ...(reason === undefined ? {} : { reason }) };
  await postMail(stores, newId, { to: claim.email, ...claimClosedMail(told, account?.language ?? 'fr') });
};

const pageOf = async ({ memberships }: Stores, publicUrl: string, structureId: string): Promise<string> => {
  const structure = await memberships.structure(structureId);
  return pageAddress(publicUrl, structure?.side ?? 'supplier', 'requests');
};

const trace = (
  { accessTrace }: Stores,
  claim: ClaimShown,
  person: Person,
  at: Date,
  act: Act,
  reason?: string,
): Promise<void> =>
  accessTrace.record({
    structureId: claim.structureId,
    at,
    byUserId: person.userId,
    byName: person.name,
    act,
    subject: claim.name,
    details: { claimId: claim.id },
    ...(reason === undefined ? {} : { reason }),
  });

export type ListClaims = (structureId: string, person: Person) => Promise<ClaimShown[]>;

/** The claims to a structure, for whoever decides there; for an operator also those that wait elsewhere. */
export const makeListClaims =
  ({ work, now, isOperator }: Pick<ClaimPorts, 'work' | 'now' | 'isOperator'>): ListClaims =>
  (structureId, person) =>
    work.run(async (stores) => {
      const at = now();
      const listed: ClaimShown[] = [];
      for (const claim of await stores.claims.ofStructure(structureId))
        if (claim.userId === person.userId || (await mayDecide(stores, isOperator, claim, person, at)))
          listed.push(claim);
      return listed;
    });

export type ListClaimsToDecide = (person: Person) => Promise<ClaimShown[]>;

/** Those of every structure that wait for an operator; and the person's own. */
export const makeListClaimsToDecide =
  ({ work, now, isOperator }: Pick<ClaimPorts, 'work' | 'now' | 'isOperator'>): ListClaimsToDecide =>
  (person) =>
    work.run(async (stores) => {
      const own = await stores.claims.ofUser(person.userId);
      if (!isOperator(person.email)) return own;
      const at = now();
      const listed = [...own];
      for (const claim of await stores.claims.waiting())
        if (await mayDecide(stores, isOperator, claim, person, at)) listed.push(claim);
      return listed;
    });

export interface ProofRead {
  readonly proof: ClaimProof;
  readonly bytes: Uint8Array;
}

export type ReadProof = (command: ClaimNamed, person: Person) => Promise<Result<ProofRead, PeopleRefusal>>;

/** The proof, for those who decide on it and for the person who sent it. */
export const makeReadProof =
  ({
    work,
    now,
    isOperator,
    documents,
  }: Pick<ClaimPorts, 'now' | 'isOperator'> & {
    readonly work: Work;
    readonly documents: DocumentStore;
  }): ReadProof =>
  async ({ structureId, claimId }, person) => {
    const proof = await work.run(async (stores) => {
      const claim = await stores.claims.find(structureId, claimId);
      if (!claim) return undefined;
      const reads =
        claim.userId === person.userId || (await mayDecide(stores, isOperator, claim, person, now()));
      return reads ? claim.proof : undefined;
    });
    const bytes = proof && (await documents.get(proof.sha256));
    return proof && bytes ? accept({ proof, bytes }) : refuse({ code: 'claim-not-found' });
  };
