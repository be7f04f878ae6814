import type { Person } from '@parvis/domain/access/actor';
import { makeRequestToJoin } from '../people/requests/request-to-join.js';
import { gilles, stationer } from './cast.js';
import { type FakeWorld, makeFakeWorld } from './fake-world.js';
import { granted } from './journey.js';

const days = 86_400;

/** A fake world for what concerns people: with a public address, and operators. */
export const makePeopleWorld = async () => {
  const world = await makeFakeWorld();
  return {
    ...world,
    publicUrl: 'https://factures.invalid',
    isOperator: (email: string) => email.startsWith('operateur'),
    advanceDays: (count: number) => world.advance(count * days),
    /** The person with the rights that hold now. */
    present: async ({ userId }: Pick<Person, 'userId'>): Promise<Person> => {
      const found = await world.work.run(({ accounts }) => accounts.findPerson(userId, world.now()));
      if (!found) throw new Error('no such person');
      return found;
    },
    mailsTo: (email: string): string[] =>
      [...world.tables.mails.values()].filter(({ to }) => to === email).map(({ subject }) => subject),
    acts: (structureId: string): string[] =>
      [...world.tables.accessTraces.values()]
        .filter((entry) => entry.structureId === structureId)
        .map(({ act }) => act),
  };
};

export type PeopleWorld = Awaited<ReturnType<typeof makePeopleWorld>>;

/** Gilles asks to join the stationer, or whoever asks elsewhere. */
export const asked = async (
  world: PeopleWorld,
  person: Person = gilles,
  structureId: string = stationer.structureId,
) => granted(await makeRequestToJoin(world)({ structureId, message: 'Je remplace Alice' }, person));

/** Remembers a sign-in at this moment. */
export const signedInNow = (world: FakeWorld, { userId }: Pick<Person, 'userId'>): Promise<void> =>
  world.work.run(({ sessions }) =>
    sessions.add({
      tokenHash: world.sha256(`${userId} ${world.now().toISOString()}`),
      sessionId: world.newId(),
      userId,
      createdAt: world.now(),
      expiresAt: new Date(world.now().getTime() + 43_200_000),
      lastSeenAt: world.now(),
      provedAt: world.now(),
      means: 'password',
      device: {},
    }),
  );
