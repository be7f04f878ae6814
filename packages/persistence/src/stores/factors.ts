import type { FactorStore, Passkey } from '@parvis/application/people/factors/factor-store';
import type { EntityManager } from 'typeorm';
import { PasskeyEntity } from '../entities/passkey.entity.js';
import { TotpEntity } from '../entities/totp.entity.js';
import type { SettingsCipher } from '../settings-cipher.js';

export const factorStore = (manager: EntityManager, cipher: SettingsCipher): FactorStore => ({
  findTotp: async (userId) => {
    const found = await manager.findOneBy(TotpEntity, { userId });
    if (!found) return undefined;
    const { startedAt, confirmedAt } = found;
    const secret = String(cipher.open({ secrets: found.secret }, boundTo(userId)).secrets);
    return { userId, secret, startedAt, ...(confirmedAt ? { confirmedAt } : {}) };
  },
  saveTotp: async ({ userId, secret, startedAt, confirmedAt = null }) => {
    const sealed = String(cipher.seal({ secrets: secret }, boundTo(userId)).secrets);
    await manager.upsert(TotpEntity, { userId, secret: sealed, startedAt, confirmedAt, lastStep: null }, [
      'userId',
    ]);
  },
  confirmTotp: async (userId, confirmedAt) => {
    await manager.update(TotpEntity, { userId }, { confirmedAt });
  },
  removeTotp: async (userId) => {
    await manager.delete(TotpEntity, { userId });
  },
  takeStep: async (userId, step) => {
    const [, taken]: [unknown, number] = await manager.query(
      'UPDATE totp SET last_step = $2 WHERE user_id = $1 AND (last_step IS NULL OR last_step < $2)',
      [userId, step],
    );
    return taken > 0;
  },
  passkeysOf: async (userId) =>
    (await manager.find(PasskeyEntity, { where: { userId }, order: { createdAt: 'ASC' } })).map(toPasskey),
  findPasskey: async (credentialId) => {
    const found = await manager.findOneBy(PasskeyEntity, { credentialId });
    return found ? toPasskey(found) : undefined;
  },
  addPasskey: async ({ counter, transports, lastUsedAt = null, ...passkey }) => {
    const added = await manager
      .createQueryBuilder()
      .insert()
      .into(PasskeyEntity)
      .values({ ...passkey, counter: String(counter), transports: [...transports], lastUsedAt })
      .orIgnore()
      .returning('credential_id')
      .execute();
    return (added.raw as unknown[]).length > 0;
  },
  renamePasskey: async (userId, credentialId, name) =>
    ((await manager.update(PasskeyEntity, { userId, credentialId }, { name })).affected ?? 0) > 0,
  removePasskey: async (userId, credentialId) =>
    ((await manager.delete(PasskeyEntity, { userId, credentialId })).affected ?? 0) > 0,
  notePasskeyUse: async (credentialId, counter, lastUsedAt) => {
    await manager.update(PasskeyEntity, { credentialId }, { counter: String(counter), lastUsedAt });
  },
  replaceRecoveryCodes: async (userId, hashes) => {
    await manager.query('DELETE FROM recovery_code WHERE user_id = $1', [userId]);
    await manager.query('INSERT INTO recovery_code (user_id, code_hash) SELECT $1, unnest($2::text[])', [
      userId,
      hashes,
    ]);
  },
  takeRecoveryCode: async (userId, hash) => {
    const [, taken]: [unknown, number] = await manager.query(
      'DELETE FROM recovery_code WHERE user_id = $1 AND code_hash = $2',
      [userId, hash],
    );
    return taken > 0;
  },
  countRecoveryCodes: async (userId) => {
    const [row]: { count: number }[] = await manager.query(
      'SELECT count(*)::integer AS count FROM recovery_code WHERE user_id = $1',
      [userId],
    );
    return row?.count ?? 0;
  },
});

/** What a sealed secret is bound to: copied to another person, it does not open. */
const boundTo = (userId: string): string => `authenticator of ${userId}`;

const toPasskey = ({ counter, lastUsedAt, ...passkey }: PasskeyEntity): Passkey => ({
  ...passkey,
  counter: Number(counter),
  ...(lastUsedAt ? { lastUsedAt } : {}),
});
