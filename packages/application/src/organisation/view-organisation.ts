import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { formatIban, maskIban } from '@parvis/domain/directory/identifiers/iban';
import { isValidOn } from '@parvis/domain/directory/receives-at';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { BankAccount, FormerIdentifier, Organisation } from './organisation.js';
import type { OrganisationRefusal } from './organisation-refusal.js';
import { readerOf } from './own-structure.js';

/** A bank account as this person may see it. */
export interface ShownBankAccount extends Omit<BankAccount, 'iban'> {
  /** In groups of four; masked to those who may not change it. */
  readonly shownIban: string;
  readonly inForce: boolean;
}

export interface OrganisationView {
  readonly organisation: Organisation;
  /** Those in force first, then the newest. */
  readonly bankAccounts: readonly ShownBankAccount[];
  /** The newest first. */
  readonly formerIdentifiers: readonly FormerIdentifier[];
}

export interface ViewOrganisationPorts {
  readonly work: Work;
  readonly now: Clock;
}

export type ViewOrganisation = (
  structureId: string,
  actor: Actor,
) => Promise<Result<OrganisationView, OrganisationRefusal>>;

/** One's own structure, whole. */
export const makeViewOrganisation =
  ({ work, now }: ViewOrganisationPorts): ViewOrganisation =>
  async (structureId, actor) => {
    const reader = readerOf(actor, structureId);
    if (!reader.ok) return reader;
    return work.run(async (stores) => {
      const organisation = await stores.organisations.find(structureId);
      return organisation
        ? accept(await viewOf(stores, organisation, reader.value, now()))
        : refuse({ code: 'structure-not-found' });
    });
  };

/** The same inside a unit of work that did something. */
export const viewOf = async (
  { organisations }: Stores,
  organisation: Organisation,
  actor: Actor,
  at: Date,
): Promise<OrganisationView> => {
  const { structureId } = organisation;
  const isPlain = may(actor, 'organisation:change', structureId);
  const day = calendarDay(at);
  const accounts = await organisations.bankAccounts(structureId);
  return {
    organisation,
    bankAccounts: accounts
      .map((account) => shown(account, isPlain, day))
      .sort((one, other) => Number(other.inForce) - Number(one.inForce)),
    formerIdentifiers: await organisations.formerIdentifiers(structureId),
  };
};

const shown = ({ iban, ...account }: BankAccount, isPlain: boolean, day: CalendarDate): ShownBankAccount => ({
  ...account,
  shownIban: isPlain ? formatIban(iban) : maskIban(iban),
  inForce: isValidOn(account, day),
});
