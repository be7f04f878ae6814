import type { Principal } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { parseSiret } from '@parvis/domain/directory/siret';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { PeoplePorts } from '../people/members/change-member.js';
import { type PeopleFault, type PeopleRefusal, requiredText } from '../people/refusals.js';
import { throttleTelling } from '../people/throttle-telling.js';
import type { Stores, Work } from '../ports/work.js';
import { offeredMail } from './mandate-mail.js';
import { scopeFaults } from './mandate-scope.js';
import type { Mandate, MandateGrant, MandateKind, MandateShown } from './mandate-store.js';
import { tellManagers, traceBothSides } from './tell-both-sides.js';

export interface GiveMandateCommand {
  /** The supplier in whose name the holder will act. */
  readonly clientId: string;
  readonly holderSiret: string;
  readonly kind: MandateKind;
  readonly grants: readonly MandateGrant[];
  /** Now by default. */
  readonly startsAt?: Date;
  readonly endsAt: Date;
  readonly reason: string;
}

export type GiveMandate = (
  command: GiveMandateCommand,
  actor: Principal,
) => Promise<Result<MandateShown, PeopleRefusal>>;

/** Offers a mandate; it gives access once the holder has accepted it. */
export const makeGiveMandate =
  (ports: PeoplePorts): GiveMandate =>
  async (command, actor) => {
    const { clientId, kind, grants, endsAt } = command;
    if (!may(actor, 'mandate:give', clientId)) return refuse({ code: 'not-allowed', right: 'mandate:give' });
    const at = ports.now();
    const reason = command.reason.trim();
    const startsAt = command.startsAt && command.startsAt > at ? command.startsAt : at;
    const faults = [
      ...requiredText('reason', reason),
      ...scopeFaults(kind, grants),
      ...endFaults(startsAt, endsAt, at),
    ];
    return ports.work.run(async (stores) => {
      const holder = await findHolderIn(stores, command.holderSiret);
      if (!holder) faults.push({ field: 'holderSiret', code: 'holder-unknown' });
      if (holder?.structureId === clientId) faults.push({ field: 'holderSiret', code: 'holder-is-client' });
      const client = await stores.memberships.structure(clientId);
      if (!holder || faults.length > 0) return refuse({ code: 'form-faulty', faults });
      if (!client) return refuse({ code: 'structure-not-found' });
      await stores.memberships.lockPeopleOf(clientId);
      const holderId = holder.structureId;
      const open = await stores.mandates.findOpen(clientId, holderId);
      if (open && open.endsAt > at) return refuse({ code: 'mandate-open' });
      const heard = await throttleTelling(stores, { what: 'mandate', from: clientId, to: holderId }, at);
      if (!heard.ok) return heard;
      if (open) await stores.mandates.save({ ...open, state: 'ended' });
      const mandate: Mandate = {
        id: ports.newId(),
        clientId,
        holderId,
        kind,
        grants,
        state: 'offered',
        reason,
        startsAt,
        endsAt,
        givenAt: at,
        givenByName: actor.name,
      };
      await stores.mandates.add(mandate);
      const shown = { ...mandate, clientName: client.name, holderName: holder.name };
      await traceBothSides(stores, shown, actor, { at, act: 'mandate.given', reason });
      await tellManagers(stores, ports, holderId, at, (page, language) =>
        offeredMail({ ...shown, byName: actor.name, page }, language),
      );
      return accept(shown);
    });
  };

const endFaults = (startsAt: Date, endsAt: Date, at: Date): PeopleFault[] => {
  if (endsAt <= at) return [{ field: 'endsAt', code: 'date-past' }];
  return endsAt <= startsAt ? [{ field: 'endsAt', code: 'date-before-start' }] : [];
};

export interface Holder {
  readonly structureId: string;
  readonly name: string;
  readonly siret: string;
}

const findHolderIn = async ({ organisations }: Stores, siret: string): Promise<Holder | undefined> => {
  const parsed = parseSiret(siret);
  if (!parsed.ok) return undefined;
  const found = await organisations.findByIdentifier('supplier', { type: 'SIRET', value: parsed.value });
  return found && { structureId: found.structureId, name: found.name, siret: parsed.value };
};

export type FindHolder = (siret: string, actor: Principal) => Promise<Holder | undefined>;

/** The structure that would hold a mandate, by its SIRET: its name shows that the number is right. */
export const makeFindHolder =
  ({ work }: { readonly work: Work }): FindHolder =>
  (siret) =>
    work.run((stores) => findHolderIn(stores, siret));
