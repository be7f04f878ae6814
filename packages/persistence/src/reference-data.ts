import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import type { SupplierStructure } from '@parvis/application/directory/directory';
import type { BankAccount } from '@parvis/application/organisation/organisation';
import type { Account } from '@parvis/application/people/account-store';
import type { Membership } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { DataSource } from 'typeorm';
import { AccountingConnectionEntity } from './entities/accounting-connection.entity.js';
import { BankAccountEntity } from './entities/bank-account.entity.js';
import { MembershipEntity } from './entities/membership.entity.js';
import { MembershipGrantEntity } from './entities/membership-grant.entity.js';
import { PersonEntity } from './entities/person.entity.js';
import { ServiceEntity } from './entities/service.entity.js';
import { StructureEntity } from './entities/structure.entity.js';
import { toConnectionEntity } from './mappers/accounting-connection.mapper.js';
import { recipientToEntity, servicesToEntities, supplierToEntity } from './mappers/directory.mapper.js';
import type { SettingsCipher } from './settings-cipher.js';

export interface PersonRecord extends Account {
  readonly memberships: readonly Pick<Membership, 'structureId' | 'role' | 'grants' | 'until'>[];
}

/** Writes what no use case creates yet; writing the same again replaces it. */
export class ReferenceData {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: SettingsCipher,
  ) {}

  async saveSupplier(supplier: SupplierStructure): Promise<void> {
    await this.dataSource.manager.upsert(StructureEntity, supplierToEntity(supplier), ['structureId']);
  }

  async saveBankAccount(account: BankAccount): Promise<void> {
    const key = ['structureId', 'bankAccountId'];
    await this.dataSource.manager.upsert(BankAccountEntity, account, key);
  }

  async saveRecipient(entry: DirectoryEntry): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.upsert(StructureEntity, recipientToEntity(entry), ['structureId']);
      await manager.delete(ServiceEntity, { structureId: entry.structureId });
      const services = servicesToEntities(entry);
      if (services.length > 0) await manager.insert(ServiceEntity, services);
    });
  }

  async savePerson({ memberships, ...account }: PersonRecord): Promise<void> {
    const { userId, email, name, language, passwordHash } = account;
    await this.dataSource.transaction(async (manager) => {
      await manager.upsert(PersonEntity, { userId, email, name, language, passwordHash }, ['userId']);
      await manager.delete(MembershipGrantEntity, { userId });
      await manager.delete(MembershipEntity, { userId });
      const rows = memberships.map(({ structureId, role, until = null }, position) => ({
        userId,
        structureId,
        role,
        position,
        until,
      }));
      if (rows.length > 0) await manager.insert(MembershipEntity, rows);
      const grants = memberships.flatMap(({ structureId, grants }) =>
        grants.map(({ space, level, services, until = null }) => ({
          userId,
          structureId,
          space,
          level,
          services: services ? [...services] : null,
          until,
        })),
      );
      if (grants.length > 0) await manager.insert(MembershipGrantEntity, grants);
    });
  }

  /** What stands under `settings.secrets` is sealed on the way. */
  async saveConnection(connection: AccountingConnection): Promise<void> {
    const entity = toConnectionEntity(connection, this.cipher);
    await this.dataSource.manager.upsert(AccountingConnectionEntity, entity, ['recipientId', 'connectionId']);
  }
}
