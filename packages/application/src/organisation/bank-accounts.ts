import type { Actor, Person } from '@parvis/domain/access/actor';
import {
  type BankAccountDraft,
  checkBankAccount,
  tidyBankAccount,
} from '@parvis/domain/directory/bank-account-form';
import { maskIban } from '@parvis/domain/directory/identifiers/iban';
import { isValidOn } from '@parvis/domain/directory/receives-at';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Stores } from '../ports/work.js';
import { accountAddedMail, accountEndedMail } from './bank-account-mail.js';
import type { BankAccount, Organisation } from './organisation.js';
import { faultyForm, type OrganisationRefusal } from './organisation-refusal.js';
import {
  lockedAsSeen,
  mailManagers,
  type OwnStructureAct,
  type OwnStructurePorts,
  personWho,
} from './own-structure.js';
import { type OrganisationView, viewOf } from './view-organisation.js';

export type AddBankAccount = (
  command: { readonly structureId: string; readonly draft: BankAccountDraft },
  actor: Actor,
) => Promise<Result<OrganisationView, OrganisationRefusal>>;

/** From today on. The managers are told, whoever adds it. */
export const makeAddBankAccount =
  (ports: OwnStructurePorts): AddBankAccount =>
  ({ structureId, draft }, actor) =>
    changeAccounts(ports, structureId, actor, async ({ organisations }, at, { name }) => {
      const day = calendarDay(at);
      const accounts = await organisations.bankAccounts(structureId);
      const inForce = accounts.filter((account) => isValidOn(account, day)).map(({ iban }) => iban);
      const faults = checkBankAccount(draft, inForce);
      if (faults.length > 0) return refuse(faultyForm(draft, faults));
      const by = { addedBy: name, addedAt: at };
      const identity = { structureId, bankAccountId: ports.newId(), validFrom: day };
      const account: BankAccount = { ...tidyBankAccount(draft), ...identity, ...by };
      await organisations.addBankAccount(account);
      return accept({ act: 'bankAccount.added', account });
    });

export type EndBankAccount = (
  command: { readonly structureId: string; readonly bankAccountId: string },
  actor: Actor,
) => Promise<Result<OrganisationView, OrganisationRefusal>>;

/** Today is its last day. */
export const makeEndBankAccount =
  (ports: OwnStructurePorts): EndBankAccount =>
  ({ structureId, bankAccountId }, actor) =>
    changeAccounts(ports, structureId, actor, async ({ organisations }, at) => {
      const accounts = await organisations.bankAccounts(structureId);
      const account = accounts.find((one) => one.bankAccountId === bankAccountId);
      if (!account) return refuse({ code: 'bank-account-not-found' });
      if (account.validUntil !== undefined) return refuse({ code: 'bank-account-ended' });
      await organisations.endBankAccount(structureId, bankAccountId, calendarDay(at));
      return accept({ act: 'bankAccount.ended', account });
    });

type Change = (
  stores: Stores,
  at: Date,
  person: Person,
) => Promise<Result<Pick<Done, 'act' | 'account'>, OrganisationRefusal>>;

/** By whoever may, one after the other; traced and told. */
const changeAccounts = async (
  ports: OwnStructurePorts,
  structureId: string,
  actor: Actor,
  change: Change,
): Promise<Result<OrganisationView, OrganisationRefusal>> => {
  const person = personWho(actor, 'organisation:change', structureId);
  if (!person.ok) return person;
  return ports.work.run(async (stores) => {
    const found = await lockedAsSeen(stores, structureId);
    if (!found.ok) return found;
    const at = ports.now();
    const done = await change(stores, at, person.value);
    if (!done.ok) return done;
    await tell(stores, ports, { ...done.value, organisation: found.value, by: person.value });
    return accept(await viewOf(stores, found.value, actor, at));
  });
};

interface Done {
  readonly act: Extract<OwnStructureAct, `bankAccount.${string}`>;
  readonly organisation: Organisation;
  readonly account: BankAccount;
  readonly by: Person;
}

/** The trace keeps the account masked: it is read by more people than may see it plainly. */
const tell = async (
  stores: Stores,
  ports: OwnStructurePorts,
  { act, organisation, account, by }: Done,
): Promise<void> => {
  const { structureId, name: structureName } = organisation;
  await stores.accessTrace.record({
    structureId,
    at: ports.now(),
    byUserId: by.userId,
    byName: by.name,
    act,
    subject: account.label,
    details: { bankAccountId: account.bankAccountId, iban: maskIban(account.iban), owner: account.owner },
  });
  const mail = act === 'bankAccount.added' ? accountAddedMail : accountEndedMail;
  await mailManagers(stores, ports, organisation, (language, page) =>
    mail({ structureName, byName: by.name, account, page }, language),
  );
};
