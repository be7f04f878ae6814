import { describe, expect, test } from 'vitest';
import { alice, bruno, fanny, gilles, stationer, town, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const now = new Date('2026-03-02T11:00:00.000Z');
const later = new Date('2026-03-09T11:00:00.000Z');
const inStationer = (userId: string) => ({ userId, structureId: stationer.structureId });

export const describeMemberships = (makePorts: MakePorts): void => {
  describe('memberships', () => {
    const ports = usePorts(makePorts);

    test('lists the people of a structure by name, page by page', async () => {
      await ports().work.run(async ({ memberships }) => {
        const first = await memberships.membersOf(stationer.structureId, { limit: 2 });
        expect(first.members.map(({ name }) => name)).toEqual([alice.name, bruno.name]);
        expect(first.members[0]).toMatchObject({
          ...inStationer(alice.userId),
          email: alice.email,
          role: 'user',
          grants: [{ space: 'issuedInvoices', level: 'full' }],
        });
        const after = first.next ?? '';
        const second = await memberships.membersOf(stationer.structureId, { limit: 2, after });
        expect(second.members.map(({ name }) => name)).toEqual([fanny.name]);
        expect(second.next).toBeUndefined();
        await expect(memberships.membersOf(stationer.structureId, { limit: 2, after: 'x' })).rejects.toThrow(
          RangeError,
        );
      });
    });

    test.each([
      ['GIRAUD', [fanny.name]],
      ['bruno@', [bruno.name]],
      ['Màrel', []],
      ['%', []],
    ])('finds %s among them', async (search, names) => {
      await ports().work.run(async ({ memberships }) => {
        const { members } = await memberships.membersOf(stationer.structureId, { search, limit: 10 });
        expect(members.map(({ name }) => name)).toEqual(names);
      });
    });

    test('adds, changes and ends a membership', async () => {
      await ports().work.run(async ({ memberships, accounts }) => {
        const given = {
          ...inStationer(gilles.userId),
          role: 'user',
          grants: [{ space: 'issuedInvoices', level: 'read', until: later }],
        } as const;
        await memberships.add(given);
        expect(await memberships.find(gilles.userId, stationer.structureId)).toMatchObject(given);
        expect((await memberships.ofUser(gilles.userId))[1]).toEqual(given);
        const changed = {
          ...inStationer(gilles.userId),
          role: 'deputyManager',
          grants: [],
          until: later,
        } as const;
        await memberships.change(changed);
        expect(await memberships.find(gilles.userId, stationer.structureId)).toMatchObject(changed);
        expect((await accounts.findPerson(gilles.userId, now))?.memberships).toHaveLength(2);
        await memberships.end(gilles.userId, stationer.structureId);
        await memberships.end(gilles.userId, stationer.structureId);
        expect(await memberships.find(gilles.userId, stationer.structureId)).toBeUndefined();
        expect((await accounts.findPerson(gilles.userId, now))?.memberships).toHaveLength(1);
      });
    });

    test('narrows a grant to services', async () => {
      await ports().work.run(async ({ memberships }) => {
        const grants = [
          { space: 'receivedInvoices', level: 'full', services: ['ECOLES', 'CANTINE'] },
        ] as const;
        const given = { userId: alice.userId, structureId: town.structureId, role: 'user', grants } as const;
        await memberships.add(given);
        expect(await memberships.find(alice.userId, town.structureId)).toMatchObject({ grants });
      });
    });

    test('does not add a person twice, nor change who is not there', async () => {
      const twice = ports().work.run(({ memberships }) =>
        memberships.add({ ...inStationer(alice.userId), role: 'user', grants: [] }),
      );
      await expect(twice).rejects.toThrow();
      const absent = ports().work.run(({ memberships }) =>
        memberships.change({ ...inStationer(gilles.userId), role: 'user', grants: [] }),
      );
      await expect(absent).rejects.toThrow();
    });

    test('knows the managers whose membership holds, main managers first', async () => {
      await ports().work.run(async ({ memberships }) => {
        await memberships.change({ ...inStationer(alice.userId), role: 'deputyManager', grants: [] });
        await memberships.change({
          ...inStationer(fanny.userId),
          role: 'deputyManager',
          grants: [],
          until: later,
        });
        const names = async (at: Date) =>
          (await memberships.managersOf(stationer.structureId, at)).map(({ name }) => name);
        expect(await names(now)).toEqual([bruno.name, alice.name, fanny.name]);
        expect(await names(later)).toEqual([bruno.name, alice.name]);
      });
    });

    test('knows what ends between two moments, whole memberships and single grants', async () => {
      await ports().work.run(async ({ memberships }) => {
        await memberships.change({ ...inStationer(fanny.userId), role: 'user', grants: [], until: later });
        const boxed = { space: 'issuedInvoices', level: 'full', until: now } as const;
        await memberships.change({ ...inStationer(alice.userId), role: 'user', grants: [boxed] });
        const ending = async (from: Date, to: Date) =>
          (await memberships.endingBetween(from, to)).map(({ name }) => name).sort();
        expect(await ending(now, later)).toEqual([alice.name]);
        expect(await ending(now, new Date(later.getTime() + 1))).toEqual([alice.name, fanny.name]);
      });
    });

    test('tells a structure by name and side', async () => {
      await ports().work.run(async ({ memberships }) => {
        expect(await memberships.structure(town.structureId)).toEqual({
          structureId: town.structureId,
          name: town.name,
          side: 'publicEntity',
        });
        expect(await memberships.structure(uuid(0x9999))).toBeUndefined();
        expect(await memberships.structure('nothing')).toBeUndefined();
      });
    });

    test('remembers when somebody last signed in', async () => {
      await ports().work.run(async ({ memberships, sessions }) => {
        const seen = async () =>
          (await memberships.find(alice.userId, stationer.structureId))?.lastSignedInAt;
        expect(await seen()).toBeUndefined();
        await sessions.add({
          tokenHash: 'd'.repeat(64),
          sessionId: uuid(0x5e5),
          userId: alice.userId,
          createdAt: now,
          expiresAt: later,
          lastSeenAt: now,
          provedAt: now,
          means: 'password',
          device: {},
        });
        expect(await seen()).toEqual(now);
      });
    });
  });
};
