import { describe, expect, test } from 'vitest';
import { alice, bruno, cast, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 11, minute));
const account = cast.people?.find(({ userId }) => userId === alice.userId);
export const describeAccounts = (makePorts: MakePorts): void => {
  describe('accounts', () => {
    const ports = usePorts(makePorts);

    test('finds an account by its address, and the person with memberships', async () => {
      await ports().work.run(async ({ accounts }) => {
        const found = await accounts.findByEmail(alice.email);
        expect(found).toMatchObject({
          userId: alice.userId,
          name: alice.name,
          email: alice.email,
          passwordHash: account?.passwordHash,
        });
        expect(await accounts.findByEmail('personne@exemple.invalid')).toBeUndefined();
        expect(await accounts.findPerson(alice.userId, at(0))).toEqual(alice);
        expect((await accounts.findPerson(bruno.userId, at(0)))?.memberships).toHaveLength(2);
        expect(await accounts.findPerson(uuid(0x9999), at(0))).toBeUndefined();
      });
    });

    test('counts the failed sign-ins of an address since a moment, oldest first', async () => {
      await ports().work.run(async ({ accounts }) => {
        for (const minute of [2, 1, 3]) await accounts.addFailedSignIn(alice.email, at(minute));
        await accounts.addFailedSignIn(bruno.email, at(2));
        expect(await accounts.failedSignInsSince(alice.email, at(2))).toEqual([at(2), at(3)]);
        expect(await accounts.failedSignInsSince(alice.email, at(0))).toEqual([at(1), at(2), at(3)]);
      });
    });

    test('counts for addresses nobody has, too', async () => {
      await ports().work.run(async ({ accounts }) => {
        await accounts.addFailedSignIn('personne@exemple.invalid', at(1));
        expect(await accounts.failedSignInsSince('personne@exemple.invalid', at(0))).toEqual([at(1)]);
      });
    });

    test('takes back one failed try of a moment, and leaves the others', async () => {
      await ports().work.run(async ({ accounts }) => {
        for (const minute of [1, 1, 2]) await accounts.addFailedSignIn(alice.email, at(minute));
        await accounts.takeBackFailedSignIn(alice.email, at(1));
        expect(await accounts.failedSignInsSince(alice.email, at(0))).toEqual([at(1), at(2)]);
        await accounts.takeBackFailedSignIn(alice.email, at(9));
        expect(await accounts.failedSignInsSince(alice.email, at(0))).toHaveLength(2);
      });
    });

    test('removes the failed sign-ins before a moment, of every address', async () => {
      await ports().work.run(async ({ accounts }) => {
        for (const minute of [1, 2, 3]) await accounts.addFailedSignIn(alice.email, at(minute));
        await accounts.addFailedSignIn(bruno.email, at(1));
        expect(await accounts.removeFailedSignInsBefore(at(2))).toBe(2);
        expect(await accounts.failedSignInsSince(alice.email, at(0))).toEqual([at(2), at(3)]);
        expect(await accounts.failedSignInsSince(bruno.email, at(0))).toEqual([]);
      });
    });

    test('clears the failed sign-ins of one address only', async () => {
      await ports().work.run(async ({ accounts }) => {
        await accounts.addFailedSignIn(alice.email, at(1));
        await accounts.addFailedSignIn(bruno.email, at(1));
        await accounts.clearFailedSignIns(alice.email);
        expect(await accounts.failedSignInsSince(alice.email, at(0))).toEqual([]);
        expect(await accounts.failedSignInsSince(bruno.email, at(0))).toEqual([at(1)]);
      });
    });
  });
};
