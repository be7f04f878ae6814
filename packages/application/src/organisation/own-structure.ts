import type { Actor, Person, Principal } from '@parvis/domain/access/actor';
import { isPrincipal } from '@parvis/domain/access/actor';
import { may, type Right } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../mail/page-addresses.js';
import { postMail } from '../mail/post-mail.js';
import type { Clock, NewId } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { Organisation } from './organisation.js';
import type { OrganisationRefusal } from './organisation-refusal.js';

export interface OwnStructurePorts {
  readonly work: Work;
  readonly now: Clock;
  readonly newId: NewId;
  /** Of the installation, for the addresses of pages in mails. */
  readonly publicUrl: string;
}

/** Whoever may do this in the structure; people alone change what a structure is. */
export const personWho = (
  actor: Actor,
  right: Right,
  structureId: string,
): Result<Person, OrganisationRefusal> =>
  actor.kind === 'person' && may(actor, right, structureId)
    ? accept(actor)
    : refuse({ code: 'not-allowed', right });

export const readerOf = (actor: Actor, structureId: string): Result<Principal, OrganisationRefusal> =>
  isPrincipal(actor) && may(actor, 'organisation:read', structureId)
    ? accept(actor)
    : refuse({ code: 'not-allowed', right: 'organisation:read' });

/** The structure, locked, as the person saw it. Absent `seenAt`: whatever its state. */
export const lockedAsSeen = async (
  { organisations }: Stores,
  structureId: string,
  seenAt?: Date,
): Promise<Result<Organisation, OrganisationRefusal>> => {
  const organisation = await organisations.findForChange(structureId);
  if (!organisation) return refuse({ code: 'structure-not-found' });
  const moved = seenAt !== undefined && seenAt.getTime() !== organisation.updatedAt.getTime();
  return moved ? refuse({ code: 'organisation-changed-meanwhile' }) : accept(organisation);
};

/** The acts on a structure itself, as the trace keeps them. */
export const ownStructureActs = [
  'organisation.changed',
  'organisation.moved',
  'bankAccount.added',
  'bankAccount.ended',
] as const;

export type OwnStructureAct = (typeof ownStructureActs)[number];

/** Tells each manager, whoever acted included: a change that nobody ordered shows at once. */
export const mailManagers = async (
  stores: Stores,
  { newId, now, publicUrl }: OwnStructurePorts,
  { structureId, side }: Organisation,
  mail: (language: 'fr' | 'en', page: string) => { readonly subject: string; readonly body: string },
): Promise<void> => {
  const page = pageAddress(publicUrl, side, 'ownStructure');
  for (const { email, language } of await stores.memberships.managersOf(structureId, now()))
    await postMail(stores, newId, { to: email, ...mail(language, page) });
};
