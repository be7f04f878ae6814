import type { FormerIdentifier } from '@parvis/application/organisation/organisation';
import type { OrganisationStore } from '@parvis/application/organisation/organisation-store';
import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import type { EntityManager } from 'typeorm';
import { BankAccountEntity } from '../entities/bank-account.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { StructureIdentifierHistoryEntity } from '../entities/structure-identifier-history.entity.js';
import {
  factColumns,
  newStructureColumns,
  toBankAccount,
  toFormerIdentifier,
  toOrganisation,
} from '../mappers/organisation.mapper.js';
import { holdings } from './holdings.js';

export const organisationStore = (manager: EntityManager): OrganisationStore => ({
  find: async (structureId) => {
    const found = await manager.findOneBy(StructureEntity, { structureId });
    return found ? toOrganisation(found) : undefined;
  },
  findForChange: async (structureId) => {
    // Deposits that name the structure need not wait.
    const lock = { mode: 'for_no_key_update' } as const;
    const found = await manager.findOne(StructureEntity, { where: { structureId }, lock });
    return found ? toOrganisation(found) : undefined;
  },
  findByIdentifier: async (side, identifier) => {
    const found = await manager.findOneBy(StructureEntity, { side, ...columnsOf(identifier) });
    return found ? toOrganisation(found) : undefined;
  },
  findBySiren: async (siren) => {
    const found = await manager
      .createQueryBuilder(StructureEntity, 'structure')
      .where('left(structure.siret, 9) = :siren', { siren })
      .orderBy('structure.siret')
      .addOrderBy('structure.side')
      .getMany();
    return found.map(toOrganisation);
  },
  add: async (structure) => {
    const written = await manager
      .createQueryBuilder()
      .insert()
      .into(StructureEntity)
      .values(newStructureColumns(structure))
      .orIgnore()
      .returning('structure_id')
      .execute();
    return written.raw.length > 0;
  },
  changeFacts: async (structureId, facts, updatedAt) => {
    await manager.update(StructureEntity, { structureId }, { ...factColumns(facts), updatedAt });
  },
  move: (left, identifier) => move(manager, left, identifier),
  holdings: (structureId, at) => holdings(manager, structureId, at),
  formerIdentifiers: async (structureId) => {
    const order = { changedAt: 'DESC' } as const;
    return (await manager.find(StructureIdentifierHistoryEntity, { where: { structureId }, order })).map(
      toFormerIdentifier,
    );
  },
  findFormer: async (side, identifier) => {
    const where = { side, ...columnsOf(identifier) };
    const order = { changedAt: 'DESC' } as const;
    const found = await manager.findOne(StructureIdentifierHistoryEntity, { where, order });
    return found ? toFormerIdentifier(found) : undefined;
  },
  addBankAccount: async (account) => {
    await manager.insert(BankAccountEntity, account);
  },
  bankAccounts: async (structureId) => {
    const order = { addedAt: 'DESC', bankAccountId: 'DESC' } as const;
    return (await manager.find(BankAccountEntity, { where: { structureId }, order })).map(toBankAccount);
  },
  endBankAccount: async (structureId, bankAccountId, validUntil) => {
    await manager.update(BankAccountEntity, { structureId, bankAccountId }, { validUntil });
  },
});

const columnsOf = ({ type, value }: StructureIdentifier) => ({ identifierType: type, identifier: value });

/** A savepoint of its own: somebody else may take the identifier at the same moment, and our story must go on. */
const move = async (
  manager: EntityManager,
  { identifier: old, ...left }: FormerIdentifier,
  identifier: StructureIdentifier,
): Promise<boolean> => {
  const siret = identifier.type === 'SIRET' ? identifier.value : null;
  const changed = { ...columnsOf(identifier), siret, updatedAt: left.changedAt };
  try {
    await manager.transaction(async (inner) => {
      await inner.update(StructureEntity, { structureId: left.structureId }, changed);
      await inner.insert(StructureIdentifierHistoryEntity, { ...left, ...columnsOf(old) });
    });
    return true;
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === UNIQUE_VIOLATION) return false;
    throw failure;
  }
};

const UNIQUE_VIOLATION = '23505';
