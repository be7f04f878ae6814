import { describe, expect, test } from 'vitest';
import type { TechnicalKey } from '../technical-accounts/technical-account-store.js';
import { hospital, stationer, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 2, day));

const program = {
  accountId: uuid(0x7a1),
  structureId: stationer.structureId,
  name: 'Logiciel de facturation',
  createdAt: at(1),
  createdByName: 'Bruno Petit',
};

const key: TechnicalKey = {
  keyId: uuid(0x7b1),
  accountId: program.accountId,
  publicPart: 'A1B2C3D4E5F6',
  keyHash: 'd'.repeat(64),
  scope: [{ space: 'issuedInvoices', level: 'full' }],
  createdAt: at(1),
  createdByName: 'Bruno Petit',
  expiresAt: at(20),
};

const second: TechnicalKey = {
  ...key,
  keyId: uuid(0x7b2),
  publicPart: 'Z9Y8X7W6V5U4',
  keyHash: 'e'.repeat(64),
  createdAt: at(2),
  expiresAt: at(25),
};

export const describeTechnicalAccounts = (makePorts: MakePorts): void => {
  describe('technical accounts', () => {
    const ports = usePorts(makePorts);

    test('are found by structure, with their keys, the newest first', async () => {
      await ports().work.run(async ({ technicalAccounts }) => {
        await technicalAccounts.add(program);
        await technicalAccounts.addKey(key);
        await technicalAccounts.addKey(second);
        expect(await technicalAccounts.ofStructure(stationer.structureId, at(1))).toEqual([program]);
        expect(await technicalAccounts.ofStructure(hospital.structureId, at(1))).toEqual([]);
        expect(await technicalAccounts.keysOf([program.accountId])).toEqual([second, key]);
        expect(await technicalAccounts.keysOf([])).toEqual([]);
      });
    });

    test('are found by the hash of a key, with the structure they act for', async () => {
      await ports().work.run(async ({ technicalAccounts }) => {
        await technicalAccounts.add(program);
        await technicalAccounts.addKey(key);
        const found = await technicalAccounts.findKeyByHash(key.keyHash);
        expect(found).toEqual({ ...key, account: program, structureName: stationer.name, side: 'supplier' });
        expect(await technicalAccounts.findKey(key.keyId)).toEqual(found);
        expect(await technicalAccounts.findKeyByHash('f'.repeat(64))).toBeUndefined();
        // What clients call a key or an account may be anything.
        expect(await technicalAccounts.findKey('no key')).toBeUndefined();
        expect(await technicalAccounts.find('no account')).toBeUndefined();
      });
    });

    test('keep what becomes of a key: used, replaced once, revoked once', async () => {
      await ports().work.run(async ({ technicalAccounts }) => {
        await technicalAccounts.add(program);
        await technicalAccounts.addKey(key);
        await technicalAccounts.addKey(second);
        await technicalAccounts.noteUse(key.keyId, at(3));
        const replacement = { byKeyId: second.keyId, expiresAt: at(15) };
        expect(await technicalAccounts.replaceKey(key.keyId, replacement)).toBe(true);
        expect(await technicalAccounts.replaceKey(key.keyId, replacement)).toBe(false);
        await technicalAccounts.revokeKey(key.keyId, at(4));
        await technicalAccounts.revokeKey(key.keyId, at(5));
        expect(await technicalAccounts.findKey(key.keyId)).toMatchObject({
          lastUsedAt: at(3),
          expiresAt: at(15),
          replacedByKeyId: second.keyId,
          revokedAt: at(4),
        });
      });
    });

    test('closed long ago are out of sight', async () => {
      await ports().work.run(async ({ technicalAccounts }) => {
        await technicalAccounts.add(program);
        await technicalAccounts.close(program.accountId, at(10));
        expect(await technicalAccounts.find(program.accountId)).toEqual({ ...program, closedAt: at(10) });
        expect(await technicalAccounts.ofStructure(stationer.structureId, at(9))).toHaveLength(1);
        expect(await technicalAccounts.ofStructure(stationer.structureId, at(10))).toEqual([]);
      });
    });

    test('name the keys in force that end soon, and warn of each once', async () => {
      await ports().work.run(async ({ technicalAccounts }) => {
        await technicalAccounts.add(program);
        await technicalAccounts.addKey(key);
        await technicalAccounts.addKey(second);
        const ending = await technicalAccounts.keysEndingBetween(at(20), at(25));
        expect(ending.map(({ keyId }) => keyId)).toEqual([key.keyId]);
        await technicalAccounts.revokeKey(key.keyId, at(4));
        expect(await technicalAccounts.keysEndingBetween(at(20), at(25))).toEqual([]);
        expect(await technicalAccounts.addWarning(second.keyId, 30, at(5))).toBe(true);
        expect(await technicalAccounts.addWarning(second.keyId, 30, at(6))).toBe(false);
        expect(await technicalAccounts.addWarning(second.keyId, 7, at(6))).toBe(true);
      });
    });
  });
};
