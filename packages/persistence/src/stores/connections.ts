import type { ConnectionStore } from '@parvis/application/accounting/delivery-ledger';
import type { EntityManager } from 'typeorm';
import { AccountingConnectionEntity } from '../entities/accounting-connection.entity.js';
import { isUuid } from '../is-uuid.js';
import { toConnection } from '../mappers/accounting-connection.mapper.js';
import type { SettingsCipher } from '../settings-cipher.js';

const byName = { order: { name: 'ASC', connectionId: 'ASC' } } as const;

export const connectionStore = (manager: EntityManager, cipher: SettingsCipher): ConnectionStore => {
  const open = (entity: AccountingConnectionEntity) => toConnection(entity, cipher);
  const change = async (
    recipientId: string,
    connectionId: string,
    change: Partial<AccountingConnectionEntity>,
  ): Promise<void> => {
    const { affected } = await manager.update(
      AccountingConnectionEntity,
      { recipientId, connectionId },
      change,
    );
    if (affected !== 1) throw new Error(`no connection ${connectionId} of ${recipientId}`);
  };
  return {
    find: async (recipientId, connectionId) => {
      if (!isUuid(connectionId)) return undefined;
      const found = await manager.findOneBy(AccountingConnectionEntity, { recipientId, connectionId });
      return found ? open(found) : undefined;
    },
    ofRecipient: async (recipientId) =>
      (await manager.find(AccountingConnectionEntity, { where: { recipientId }, ...byName })).map(open),
    allActive: async () =>
      (await manager.find(AccountingConnectionEntity, { where: { active: true }, ...byName })).map(open),
    moveCursor: (recipientId, connectionId, cursor, lastPulledAt) =>
      change(recipientId, connectionId, { cursor, lastPulledAt }),
    noteProblem: (recipientId, connectionId, problem, at) =>
      change(recipientId, connectionId, {
        lastProblem: problem ?? null,
        lastProblemAt: problem === undefined ? null : at,
      }),
  };
};
