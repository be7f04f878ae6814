import { beforeEach, describe, expect, test } from 'vitest';
import { makeAskPasskey } from '../people/factors/ask-passkey.js';
import { makeStartOpenId } from '../people/openid/start-openid.js';
import { makeSignIn } from '../people/sign-in.js';
import { makeWhoIsSignedIn } from '../people/who-is-signed-in.js';
import { alice, hospitalBooks, password } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { granted, refusalOf, upload } from '../testing/journey.js';
import { makeClearExpired } from './clear-expired.js';

const HOUR = 3600;

describe('housekeeping', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const clear = () => makeClearExpired(world)();
  const tryToSignIn = (word: string) => makeSignIn(world)({ email: alice.email, password: word });

  test('clears uploads after their day, and leaves those of today', async () => {
    const old = await upload(world, 'ancienne.pdf', {});
    world.advance(23 * HOUR);
    const recent = await upload(world, 'récente.pdf', {});
    world.advance(HOUR);
    expect(await clear()).toMatchObject({ uploads: 1 });
    const find = (id: string) => world.work.run(({ uploads }) => uploads.find(id, alice.userId));
    expect(await find(old)).toBeUndefined();
    expect(await find(recent)).toBeDefined();
  });

  test('clears sessions that are over, and signs nobody out', async () => {
    await tryToSignIn(password);
    world.advance(11 * HOUR);
    const { token } = granted(await tryToSignIn(password));
    world.advance(HOUR);
    expect(await clear()).toMatchObject({ sessions: 1 });
    expect(await makeWhoIsSignedIn(world)(token)).toMatchObject({ userId: alice.userId });
  });

  test('clears failed sign-ins once they no longer count, and opens no address early', async () => {
    for (let tries = 0; tries < 5; tries += 1) await tryToSignIn('wrong');
    world.advance(15 * 60);
    expect(await clear()).toMatchObject({ failedSignIns: 0 });
    expect(refusalOf(await tryToSignIn(password))).toMatchObject({ code: 'too-many-tries' });
    world.advance(1);
    expect(await clear()).toMatchObject({ failedSignIns: 5 });
    expect((await tryToSignIn(password)).ok).toBe(true);
  });

  test('clears second steps nobody took and returns that never came, and leaves those under way', async () => {
    await makeAskPasskey(world)({ kind: 'signIn' });
    await makeStartOpenId(world)({ provider: 'proconnect', returnTo: '/' });
    world.advance(299);
    expect(await clear()).toMatchObject({ challenges: 0 });
    world.advance(1);
    expect(await clear()).toMatchObject({ challenges: 1 });
    world.advance(300);
    expect(await clear()).toMatchObject({ challenges: 1 });
  });

  test('finds nothing the second time', async () => {
    await tryToSignIn('wrong');
    world.advance(HOUR);
    await clear();
    expect(new Set(Object.values(await clear()))).toEqual(new Set([0]));
  });

  test('forgets after a month what was said over connections', async () => {
    const said = (at: Date) => ({
      recipientId: hospitalBooks.recipientId,
      connectionId: hospitalBooks.id,
      at,
      what: 'health',
      question: { line: 'GET https://compta.invalid/', headers: {}, body: '' },
      milliseconds: 1,
    });
    await world.work.run(({ exchanges }) => exchanges.add([said(world.now())]));
    world.advance(24 * HOUR);
    await world.work.run(({ exchanges }) => exchanges.add([said(world.now())]));
    world.advance(29 * 24 * HOUR + 1);
    expect(await clear()).toMatchObject({ exchanges: 1 });
    expect(await clear()).toMatchObject({ exchanges: 0 });
  });

  test('forgets after a month what was posted and has been read since', async () => {
    const { recipientId, id: connectionId } = hospitalBooks;
    const posted = (sha256: string) =>
      world.work.run(({ inbox }) =>
        inbox.add({
          ...{ recipientId, connectionId, receivedAt: world.now(), name: '', mediaType: '', sha256 },
          bytes: Uint8Array.of(1),
        }),
      );
    await posted('first');
    await posted('second');
    world.advance(30 * 24 * HOUR + 1);
    expect(await clear()).toMatchObject({ posts: 1 });
    expect(await clear()).toMatchObject({ posts: 0 });
  });
});
