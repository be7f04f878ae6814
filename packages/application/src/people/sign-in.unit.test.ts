import { beforeEach, describe, expect, test, vi } from 'vitest';
import { alice, password } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import { makeSignIn } from './sign-in.js';
import { makeSignOut } from './sign-out.js';
import { makeWhoIsSignedIn } from './who-is-signed-in.js';

const right = { email: alice.email, password };
const wrong = { email: alice.email, password: 'azerty' };

describe('signing in', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const signIn = (credentials = right) => makeSignIn(world)(credentials);
  const failTimes = async (times: number, credentials = wrong) => {
    for (let failure = 0; failure < times; failure++) await signIn(credentials);
  };

  test('opens a session of twelve hours', async () => {
    const { person, token, expiresAt } = granted(await signIn());
    expect(person).toEqual(alice);
    expect(expiresAt.getTime() - world.now().getTime()).toBe(12 * 3_600_000);
    expect(await makeWhoIsSignedIn(world)(token)).toEqual(alice);
  });

  test('stores the token hashed only', async () => {
    const { token } = granted(await signIn());
    expect([...world.tables.sessions.keys()]).toEqual([world.sha256(token)]);
    expect(JSON.stringify([...world.tables.sessions.values()])).not.toContain(token);
  });

  test('takes the address with other capitals and spaces around', async () => {
    expect(granted(await signIn({ ...right, email: ` ${alice.email.toUpperCase()} ` })).person).toEqual(
      alice,
    );
  });

  test('answers the same to a wrong password and to an unknown address, after the same work', async () => {
    const verify = vi.spyOn(world.hasher, 'verify');
    expect(refusalOf(await signIn(wrong))).toEqual({ code: 'credentials-refused' });
    const unknown = { email: 'personne@exemple.invalid', password };
    expect(refusalOf(await signIn(unknown))).toEqual({ code: 'credentials-refused' });
    expect(verify).toHaveBeenCalledTimes(2);
    expect(verify).toHaveBeenLastCalledWith(world.decoyHash, password);
  });

  test('lets nobody in by the decoy’s password', async () => {
    const refusal = refusalOf(await signIn({ email: 'personne@exemple.invalid', password: 'nothing' }));
    expect(refusal).toEqual({ code: 'credentials-refused' });
  });

  test('refuses after five failures, even the right password, and says until when', async () => {
    const first = world.now().getTime();
    await failTimes(1);
    world.advance(60);
    await failTimes(4);
    const refusal = refusalOf(await signIn());
    expect(refusal.code).toBe('too-many-tries');
    const retryAt = refusal.code === 'too-many-tries' ? refusal.retryAt.getTime() : 0;
    expect(retryAt - first).toBe(15 * 60_000 + 1);
  });

  test('lets the right password in again from the moment it named', async () => {
    await failTimes(5);
    world.advance(15 * 60 - 1);
    expect(refusalOf(await signIn()).code).toBe('too-many-tries');
    world.advance(2);
    granted(await signIn());
  });

  test('is not held up longer by tries made while refused', async () => {
    await failTimes(50);
    world.advance(15 * 60 + 1);
    granted(await signIn());
  });

  test('forgets failures once signed in', async () => {
    await failTimes(4);
    granted(await signIn());
    await failTimes(4);
    granted(await signIn());
  });

  test('gives many guesses at the same moment no more tries than one by one', async () => {
    const verify = vi.spyOn(world.hasher, 'verify');
    await Promise.all(Array.from({ length: 30 }, () => signIn(wrong)));
    expect(verify).toHaveBeenCalledTimes(5);
  });

  test('throttles an unknown address all the same, and each address for itself', async () => {
    const unknown = { email: 'personne@exemple.invalid', password: 'azerty' };
    await failTimes(5, unknown);
    expect(refusalOf(await signIn(unknown)).code).toBe('too-many-tries');
    granted(await signIn());
  });
});

describe('a session', () => {
  test('ends when one signs out, as often as one likes', async () => {
    const world = await makeFakeWorld();
    const { token } = granted(await makeSignIn(world)(right));
    await makeSignOut(world)(token);
    await makeSignOut(world)(token);
    expect(await makeWhoIsSignedIn(world)(token)).toBeUndefined();
  });

  test('ends by itself after twelve hours', async () => {
    const world = await makeFakeWorld();
    const { token } = granted(await makeSignIn(world)(right));
    world.advance(12 * 3600 - 1);
    expect(await makeWhoIsSignedIn(world)(token)).toEqual(alice);
    world.advance(1);
    expect(await makeWhoIsSignedIn(world)(token)).toBeUndefined();
  });

  test('is nobody’s under a made-up token', async () => {
    const world = await makeFakeWorld();
    expect(await makeWhoIsSignedIn(world)('inventé')).toBeUndefined();
  });
});
