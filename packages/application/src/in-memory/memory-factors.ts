import type { FactorStore } from '../people/factors/factor-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryFactors = ({ totps, passkeys, recoveryCodes }: MemoryTables): FactorStore => ({
  findTotp: async (userId) => {
    const found = totps.get(userId);
    if (!found) return undefined;
    const { lastStep: _lastStep, ...totp } = found;
    return totp;
  },
  saveTotp: async (totp) => {
    totps.set(totp.userId, { ...totp, lastStep: 0 });
  },
  confirmTotp: async (userId, confirmedAt) => {
    const totp = totps.get(userId);
    if (totp) totps.set(userId, { ...totp, confirmedAt });
  },
  removeTotp: async (userId) => {
    totps.delete(userId);
  },
  takeStep: async (userId, step) => {
    const totp = totps.get(userId);
    if (!totp || step <= totp.lastStep) return false;
    totps.set(userId, { ...totp, lastStep: step });
    return true;
  },
  passkeysOf: async (userId) =>
    [...passkeys.values()]
      .filter((passkey) => passkey.userId === userId)
      .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime()),
  findPasskey: async (credentialId) => passkeys.get(credentialId),
  addPasskey: async (passkey) => {
    if (passkeys.has(passkey.credentialId)) return false;
    passkeys.set(passkey.credentialId, passkey);
    return true;
  },
  renamePasskey: async (userId, credentialId, name) => {
    const passkey = passkeys.get(credentialId);
    if (passkey?.userId !== userId) return false;
    passkeys.set(credentialId, { ...passkey, name });
    return true;
  },
  removePasskey: async (userId, credentialId) =>
    passkeys.get(credentialId)?.userId === userId && passkeys.delete(credentialId),
  notePasskeyUse: async (credentialId, counter, lastUsedAt) => {
    const passkey = passkeys.get(credentialId);
    if (passkey) passkeys.set(credentialId, { ...passkey, counter, lastUsedAt });
  },
  replaceRecoveryCodes: async (userId, hashes) => {
    for (const [key, code] of recoveryCodes) if (code.userId === userId) recoveryCodes.delete(key);
    for (const hash of hashes) recoveryCodes.set(keyOf(userId, hash), { userId });
  },
  takeRecoveryCode: async (userId, hash) => recoveryCodes.delete(keyOf(userId, hash)),
  countRecoveryCodes: async (userId) =>
    [...recoveryCodes.values()].filter((code) => code.userId === userId).length,
});
