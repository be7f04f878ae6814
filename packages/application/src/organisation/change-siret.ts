import type { Actor, Person } from '@parvis/domain/access/actor';
import { type Move, type MoveDraft, parseMove } from '@parvis/domain/directory/move-form';
import { vatAfterMove } from '@parvis/domain/directory/organisation-form';
import { type Siret, sirenOf } from '@parvis/domain/directory/siret';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import { type FoundStructure, findBearer, findStructure } from '../people/sign-up/find-structure.js';
import type { Stores } from '../ports/work.js';
import { movedMail } from './move-mail.js';
import type { FormerIdentifier, Holdings, Organisation } from './organisation.js';
import { faultyForm, type OrganisationRefusal } from './organisation-refusal.js';
import { lockedAsSeen, mailManagers, type OwnStructurePorts, personWho } from './own-structure.js';
import { type OrganisationView, viewOf } from './view-organisation.js';

export interface ChangeSiretCommand {
  readonly structureId: string;
  readonly draft: MoveDraft;
  readonly seenAt?: Date;
}

/** What the move would do, before anybody does it. */
export interface MovePreview {
  readonly organisation: Organisation;
  readonly move: Move;
  readonly holdings: Holdings;
  /** The VAT number the structure would have; undefined where it has none. */
  readonly vatIdentifier: string | undefined;
}

export type PreviewMove = (
  command: Pick<ChangeSiretCommand, 'structureId' | 'draft'>,
  actor: Actor,
) => Promise<Result<MovePreview, OrganisationRefusal>>;

/** Says what goes along, and everything that stands in the way; changes nothing. */
export const makePreviewMove =
  (ports: Pick<OwnStructurePorts, 'work' | 'now'>): PreviewMove =>
  async (command, actor) => {
    const person = personWho(actor, 'organisation:move', command.structureId);
    if (!person.ok) return person;
    return ports.work.run(async (stores) => {
      const organisation = await stores.organisations.find(command.structureId);
      return organisation
        ? prepare(stores, organisation, command.draft, ports.now())
        : refuse({ code: 'structure-not-found' });
    });
  };

export type ChangeSiret = (
  command: ChangeSiretCommand,
  actor: Actor,
) => Promise<Result<OrganisationView, OrganisationRefusal>>;

/**
 * The structure stays the one it is, with everything that hangs on it, and goes on under another SIRET. The identifier it
 * leaves is kept: whoever looks for it is told the new one, and invoices that bear it are taken for a while.
 */
export const makeChangeSiret =
  (ports: OwnStructurePorts): ChangeSiret =>
  async ({ structureId, draft, seenAt }, actor) => {
    const person = personWho(actor, 'organisation:move', structureId);
    if (!person.ok) return person;
    return ports.work.run(async (stores) => {
      const found = await lockedAsSeen(stores, structureId, seenAt);
      if (!found.ok) return found;
      const at = ports.now();
      const prepared = await prepare(stores, found.value, draft, at);
      if (!prepared.ok) return prepared;
      const moved = await carryOut(stores, prepared.value, person.value, at);
      if (!moved.ok) return moved;
      await tell(stores, ports, prepared.value, person.value);
      return accept(await viewOf(stores, moved.value, actor, at));
    });
  };

const prepare = async (
  stores: Stores,
  organisation: Organisation,
  draft: MoveDraft,
  at: Date,
): Promise<Result<MovePreview, OrganisationRefusal>> => {
  const { structureId, identifier, vatIdentifier } = organisation;
  const move = parseMove(draft, identifier, calendarDay(at));
  if (!move.ok) return refuse(faultyForm(draft, move.refusal));
  const { siret } = move.value;
  const other = await otherOwner(stores, organisation, siret);
  if (other) return refuse({ code: 'siret-taken', siret, name: other.name });
  return accept({
    organisation,
    move: move.value,
    holdings: await stores.organisations.holdings(structureId, at),
    vatIdentifier: vatAfterMove(vatIdentifier, identifier, siret),
  });
};

/**
 * Whose the SIRET is, if not the structure's own. As at sign-up: a move into somebody else's legal unit, or to a SIRET that
 * another has left, would be a way to invoice in their name. Inside one's own unit only the very number counts.
 */
const otherOwner = async (
  stores: Stores,
  { structureId, side, identifier }: Organisation,
  siret: Siret,
): Promise<Organisation | undefined> => {
  const wanted = { type: 'SIRET', value: siret } as const;
  const staysInUnit = identifier.type === 'SIRET' && identifier.value.slice(0, 9) === sirenOf(siret);
  const found = staysInUnit
    ? await findBearer(stores, side, wanted)
    : organisationOf(await findStructure(stores, side, wanted));
  return found?.structureId === structureId ? undefined : found;
};

const organisationOf = (found: FoundStructure): Organisation | undefined =>
  'organisation' in found ? found.organisation : undefined;

const carryOut = async (
  { organisations }: Stores,
  { organisation, move, vatIdentifier }: MovePreview,
  by: Person,
  at: Date,
): Promise<Result<Organisation, OrganisationRefusal>> => {
  const { structureId, name, address, contact } = organisation;
  const left = leftBy(organisation, move, by, at);
  if (!(await organisations.move(left, { type: 'SIRET', value: move.siret })))
    return refuse({ code: 'siret-taken', siret: move.siret, name: '' });
  if (vatIdentifier !== organisation.vatIdentifier) {
    const facts = { name, address, ...(contact && { contact }), ...(vatIdentifier && { vatIdentifier }) };
    await organisations.changeFacts(structureId, facts, at);
  }
  const moved = await organisations.find(structureId);
  return moved ? accept(moved) : refuse({ code: 'structure-not-found' });
};

const leftBy = (
  { structureId, side, identifier }: Organisation,
  { movedOn, acceptedUntil }: Move,
  { userId, name }: Person,
  at: Date,
): FormerIdentifier => ({
  structureId,
  side,
  identifier,
  leftOn: movedOn,
  acceptedUntil,
  changedByUserId: userId,
  changedByName: name,
  changedAt: at,
});

const tell = async (
  stores: Stores,
  ports: OwnStructurePorts,
  { organisation, move, holdings, vatIdentifier }: MovePreview,
  by: Person,
): Promise<void> => {
  const { structureId, name: structureName, identifier } = organisation;
  const { siret, movedOn, acceptedUntil, reason } = move;
  await stores.accessTrace.record({
    structureId,
    at: ports.now(),
    byUserId: by.userId,
    byName: by.name,
    act: 'organisation.moved',
    subject: structureName,
    details: {
      before: identifier,
      after: { type: 'SIRET', value: siret },
      movedOn,
      acceptedUntil,
      holdings,
      ...(vatIdentifier === organisation.vatIdentifier
        ? {}
        : { vatIdentifier: { before: organisation.vatIdentifier ?? '', after: vatIdentifier ?? '' } }),
    },
    reason,
  });
  const told = { structureName, byName: by.name, from: identifier.value, to: siret, acceptedUntil, reason };
  await mailManagers(stores, ports, organisation, (language, page) => movedMail({ ...told, page }, language));
};
