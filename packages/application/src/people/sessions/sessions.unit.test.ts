import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, password } from '../../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { signedIn } from '../../testing/second-factors.js';
import { makeViewProtection } from '../factors/view-protection.js';
import { makeSignIn } from '../sign-in.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { deviceWords, shortAddress } from './device-words.js';
import { makeEndOtherSessions, makeEndSession } from './end-sessions.js';

describe('sessions', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const sessionsOf = async (token: string) => (await makeViewProtection(world)(token, alice)).sessions;
  const who = (token: string) => makeWhoIsSignedIn(world)(token);

  test('tell from where, and which is this one', async () => {
    const device = { networkAddress: '192.0.2.7', userAgent: 'x'.repeat(400) };
    const first = granted(await makeSignIn(world)({ email: alice.email, password, device }));
    await signedIn(world);
    const seen = await sessionsOf(first.token);
    expect(seen).toHaveLength(2);
    expect(seen.find(({ isThisOne }) => isThisOne)?.device).toEqual({
      networkAddress: '192.0.2.7',
      userAgent: 'x'.repeat(300),
    });
    expect(JSON.stringify(seen)).not.toContain(world.sha256(first.token));
  });

  test('are seen to the minute', async () => {
    const { token } = await signedIn(world);
    const start = world.now();
    const lastSeen = async () => (await sessionsOf(token))[0]?.lastSeenAt;
    world.advance(59);
    await who(token);
    expect(await lastSeen()).toEqual(start);
    world.advance(1);
    await who(token);
    expect(await lastSeen()).toEqual(world.now());
  });

  test('end one by one, by their owner only', async () => {
    const { token } = await signedIn(world);
    const other = await signedIn(world);
    const [session] = (await sessionsOf(token)).filter(({ isThisOne }) => !isThisOne);
    const id = session?.sessionId ?? '';
    expect(refusalOf(await makeEndSession(world)(id, bruno)).code).toBe('session-not-found');
    granted(await makeEndSession(world)(id, alice));
    expect([await who(other.token), await who(token)]).toEqual([undefined, alice]);
  });

  test('end everywhere but here', async () => {
    const tokens = [await signedIn(world), await signedIn(world), await signedIn(world)].map(
      (one) => one.token,
    );
    const [here = ''] = tokens;
    const foreign = await signedIn(world, bruno);
    expect(await makeEndOtherSessions(world)(here, alice)).toBe(2);
    expect(await Promise.all(tokens.map(who))).toEqual([alice, undefined, undefined]);
    expect(await who(foreign.token)).toEqual(bruno);
  });

  test('get a token of their own at each sign-in', async () => {
    expect((await signedIn(world)).token).not.toBe((await signedIn(world)).token);
  });
});

describe('a device in words', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'macOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    ['curl/8.5.0', 'API', undefined],
    [undefined, undefined, undefined],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceWords(userAgent)).toEqual({
      ...(browser ? { browser } : {}),
      ...(system ? { system } : {}),
    });
  });

  test('shows as much of a network address as its owner needs', () => {
    expect(shortAddress('192.0.2.7')).toBe('192.0.2.x');
    expect(shortAddress('::ffff:192.0.2.7')).toBe('192.0.2.x');
    expect(shortAddress('2001:db8:1::7')).toBe('2001:db8:…');
    expect(shortAddress('::1')).toBe('::1');
    expect(shortAddress(undefined)).toBeUndefined();
  });
});
