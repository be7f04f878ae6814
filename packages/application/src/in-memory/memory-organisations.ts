import { departmentOf } from '@parvis/domain/directory/department';
import type { FormerIdentifier, Organisation } from '../organisation/organisation.js';
import type { OrganisationStore } from '../organisation/organisation-store.js';
import { holdingsIn } from './memory-holdings.js';
import { organisationsIn, putOrganisation } from './memory-structures.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryOrganisations = (tables: MemoryTables): OrganisationStore => {
  const { bankAccounts, formerIdentifiers } = tables;
  const findBy = async (fits: (one: Organisation) => boolean) => organisationsIn(tables).find(fits);
  const find = (structureId: string) => findBy((one) => one.structureId === structureId);
  const findByIdentifier: OrganisationStore['findByIdentifier'] = (side, { type, value }) =>
    findBy((one) => one.side === side && one.identifier.type === type && one.identifier.value === value);
  const formerOnes = (fits: (one: FormerIdentifier) => boolean) =>
    [...formerIdentifiers.values()]
      .filter(fits)
      .sort((one, other) => other.changedAt.getTime() - one.changedAt.getTime());
  return {
    find,
    findForChange: find,
    findByIdentifier,
    findBySiren: async (siren) =>
      organisationsIn(tables)
        .filter(({ identifier }) => identifier.type === 'SIRET' && identifier.value.startsWith(siren))
        .sort((one, other) => (one.identifier.value < other.identifier.value ? -1 : 1)),
    add: async (structure) => {
      if (await findByIdentifier(structure.side, structure.identifier)) return false;
      putOrganisation(tables, { ...structure, updatedAt: structure.createdAt });
      return true;
    },
    changeFacts: async (structureId, facts, updatedAt) => {
      const found = await find(structureId);
      if (!found) return;
      const { vatIdentifier: _vat, contact: _contact, department: _department, ...kept } = found;
      const department = departmentOf(facts.address);
      putOrganisation(tables, { ...kept, ...facts, ...(department && { department }), updatedAt });
    },
    move: async (left, identifier) => {
      const found = await find(left.structureId);
      if (!found || (await findByIdentifier(left.side, identifier))) return false;
      formerIdentifiers.set(keyOf(left.structureId, left.changedAt.getTime()), left);
      putOrganisation(tables, { ...found, identifier, updatedAt: left.changedAt });
      return true;
    },
    holdings: async (structureId, at) => holdingsIn(tables, structureId, at),
    formerIdentifiers: async (structureId) => formerOnes((one) => one.structureId === structureId),
    findFormer: async (side, { type, value }) =>
      formerOnes(
        (one) => one.side === side && one.identifier.type === type && one.identifier.value === value,
      )[0],
    addBankAccount: async (account) => {
      bankAccounts.set(keyOf(account.structureId, account.bankAccountId), account);
    },
    bankAccounts: async (structureId) =>
      [...bankAccounts.values()]
        .filter((account) => account.structureId === structureId)
        .sort((one, other) => other.addedAt.getTime() - one.addedAt.getTime()),
    endBankAccount: async (structureId, bankAccountId, validUntil) => {
      const key = keyOf(structureId, bankAccountId);
      const account = bankAccounts.get(key);
      if (account) bankAccounts.set(key, { ...account, validUntil });
    },
  };
};
