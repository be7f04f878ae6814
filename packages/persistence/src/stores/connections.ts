import type { ConnectionStore } from '@parvis/application/accounting/delivery-ledger';
import type { EntityManager } from 'typeorm';
import { AccountingConnectionEntity } from '../entities/accounting-connection.entity.js';
import { isUuid } from '../is-uuid.js';
import { toConnection, toConnectionEntity } from '../mappers/accounting-connection.mapper.js';
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
    add: async (connection) => {
      await manager.insert(AccountingConnectionEntity, toConnectionEntity(connection, cipher));
    },
    change: async (connection) => {
      const { recipientId, connectionId, cursor, lastPulledAt, lastProblem, lastProblemAt, ...changed } =
        toConnectionEntity(connection, cipher);
      await change(recipientId, connectionId, changed);
    },
    remove: async (recipientId, connectionId) => {
      const removed: [unknown[], number] = await manager.query(
        `DELETE FROM accounting_connection
         WHERE recipient_id = $1 AND connection_id = $2
           AND NOT EXISTS (SELECT FROM delivery WHERE recipient_id = $1 AND connection_id = $2)`,
        [recipientId, connectionId],
      );
      return removed[1] === 1;
    },
    findById: async (connectionId) => {
      if (!isUuid(connectionId)) return undefined;
      const found = await manager.findOneBy(AccountingConnectionEntity, { connectionId });
      return found ? open(found) : undefined;
    },
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
    forgetCursor: (recipientId, connectionId) => change(recipientId, connectionId, { cursor: null }),
    stop: async (recipientId, connectionId, lastProblem, at) => {
      const { affected } = await manager.update(
        AccountingConnectionEntity,
        { recipientId, connectionId, active: true },
        { active: false, pausedAt: at, lastProblem, lastProblemAt: at },
      );
      return affected === 1;
    },
    noteProblem: (recipientId, connectionId, problem, at) =>
      change(recipientId, connectionId, {
        lastProblem: problem ?? null,
        lastProblemAt: problem === undefined ? null : at,
      }),
  };
};
