import type { Membership, Person } from '@parvis/domain/access/actor';
import type { Member, MembershipStore, StoredMembership } from '../people/membership-store.js';
import { pageOf } from './memory-page.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryMemberships = (tables: MemoryTables): MembershipStore => {
  const structure = (structureId: string) => {
    const supplier = tables.suppliers.get(structureId);
    const found = supplier ?? tables.recipients.get(structureId);
    const side = supplier ? ('supplier' as const) : ('publicEntity' as const);
    return found && { structureId, name: found.name, side };
  };
  const everyone = (): Member[] =>
    [...tables.people.values()].flatMap((person) =>
      person.memberships.map((membership) => memberOf(tables, person, membership)),
    );
  const of = (structureId: string): Member[] =>
    everyone().filter((member) => member.structureId === structureId);
  const put = ({ userId, ...given }: StoredMembership, known: boolean): void => {
    const person = tables.people.get(userId);
    const place = structure(given.structureId);
    if (!person || !place) throw new Error('a membership needs a person and a structure');
    const held = person.memberships.some(({ structureId }) => structureId === given.structureId);
    if (held !== known) throw new Error(known ? 'no such membership' : 'the person belongs to it already');
    const membership: Membership = { ...given, structureName: place.name, side: place.side };
    const memberships = held
      ? person.memberships.map((before) => (before.structureId === given.structureId ? membership : before))
      : [...person.memberships, membership];
    tables.people.set(userId, { ...person, memberships });
  };
  return {
    membersOf: async (structureId, { search = '', ...window }) => {
      const found = of(structureId).filter((member) => sortText(member).includes(plain(search.trim())));
      const { rows, next, cursors } = pageOf(found, (member) => [sortText(member), member.userId], window);
      return { members: rows, next, cursors };
    },
    find: async (userId, structureId) => of(structureId).find((member) => member.userId === userId),
    ofUser: async (userId) =>
      (tables.people.get(userId)?.memberships ?? []).map((membership) => stored(userId, membership)),
    managersOf: async (structureId, at) =>
      of(structureId)
        .filter(({ role, until }) => role !== 'user' && (until === undefined || at < until))
        .sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1)),
    structure: async (structureId) => structure(structureId),
    // Units of work follow each other.
    lockPeopleOf: async () => undefined,
    add: async (membership) => put(membership, false),
    change: async (membership) => put(membership, true),
    end: async (userId, structureId) => {
      const person = tables.people.get(userId);
      if (!person) return;
      const memberships = person.memberships.filter((held) => held.structureId !== structureId);
      tables.people.set(userId, { ...person, memberships });
    },
    endingBetween: async (from, to) =>
      everyone().filter(({ until, grants }) =>
        [until, ...grants.map((grant) => grant.until)].some((end) => end && from <= end && end < to),
      ),
  };
};

const memberOf = (
  { accounts, sessions }: MemoryTables,
  { userId, name, email }: Person,
  membership: Membership,
): Member => {
  const lastSignedInAt = [...sessions.values()]
    .filter((session) => session.userId === userId)
    .map(({ createdAt }) => createdAt)
    .sort((one, other) => other.getTime() - one.getTime())[0];
  return {
    ...stored(userId, membership),
    name,
    email,
    language: accounts.get(userId)?.language ?? 'fr',
    ...(lastSignedInAt ? { lastSignedInAt } : {}),
  };
};

const stored = (userId: string, { structureId, role, grants, until }: Membership): StoredMembership => ({
  userId,
  structureId,
  role,
  grants,
  ...(until ? { until } : {}),
});

const rankOf = (member: Member): string => `${member.role === 'mainManager' ? 0 : 1} ${sortText(member)}`;

const sortText = ({ name, email }: Pick<Member, 'name' | 'email'>): string => plain(`${name} ${email}`);

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
