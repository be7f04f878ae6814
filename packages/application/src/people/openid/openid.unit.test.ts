import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, hospital } from '../../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { codeNow, enrolTotp, signedIn } from '../../testing/second-factors.js';
import { makeConfirmSecondFactor } from '../factors/confirm-second-factor.js';
import { makeSignIn } from '../sign-in.js';
import { makeSignOut } from '../sign-out.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { makeFinishOpenId, type OpenIdFinished } from './finish-openid.js';
import { makeLinkOpenId, makeUnlinkOpenId } from './link-openid.js';
import { makeStartOpenId } from './start-openid.js';

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});

const start = async (): Promise<string> =>
  granted(await makeStartOpenId(world)({ provider: 'proconnect', returnTo: '/fournisseur/' })).state;
const finish = (state: string, keptState: string | null = state) =>
  makeFinishOpenId(world)({
    provider: 'proconnect',
    returned: new URLSearchParams({ state, code: 'c' }),
    keptState: keptState ?? undefined,
  });
const comeBack = async (): Promise<OpenIdFinished> => granted(await finish(await start()));
const of = <Kind extends OpenIdFinished['kind']>(finished: OpenIdFinished, kind: Kind) => {
  if (finished.kind !== kind) throw new Error(`not ${kind} but ${finished.kind}`);
  return finished as Extract<OpenIdFinished, { readonly kind: Kind }>;
};
/** Alice's identity, linked as she proves her account. */
const linkAlice = async (): Promise<void> => {
  world.openIdExpert.vouches = { email: alice.email };
  const { link } = of(await comeBack(), 'link');
  granted(await makeLinkOpenId(world)(link, alice));
};

describe('signing in with a provider', () => {
  test('opens a session for an identity that is linked, whatever its address is by now', async () => {
    await linkAlice();
    world.openIdExpert.vouches = { email: 'changée@exemple.invalid', emailVerified: false };
    const { opened, isNew } = of(await comeBack(), 'signedIn');
    expect(isNew).toBe(false);
    expect(await makeWhoIsSignedIn(world)(opened.token)).toEqual(alice);
  });

  test('is good once, for ten minutes, in the browser that began', async () => {
    await linkAlice();
    const state = await start();
    expect(refusalOf(await finish(state, null)).code).toBe('openid-failed');
    expect(refusalOf(await finish(state, await start())).code).toBe('openid-failed');
    granted(await finish(state));
    expect(refusalOf(await finish(state)).code).toBe('openid-failed');
    const late = await start();
    world.advance(600);
    expect(refusalOf(await finish(late)).code).toBe('openid-failed');
    expect(refusalOf(await finish('made up')).code).toBe('openid-failed');
  });

  test('knows its providers', async () => {
    const refused = await makeStartOpenId(world)({ provider: 'other', returnTo: '/' });
    expect(refusalOf(refused).code).toBe('provider-unknown');
  });

  test('still asks for the second factor, unless the provider did', async () => {
    await linkAlice();
    await enrolTotp(world);
    world.advance(30);
    const { challenge, methods } = of(await comeBack(), 'secondFactor');
    expect(methods).toContain('totp');
    const factor = { method: 'totp' as const, code: await codeNow(world) };
    const { token } = granted(await makeConfirmSecondFactor(world)({ challenge, factor }));
    expect([...world.tables.sessions.values()].at(-1)?.means).toBe('openIdAndSecondFactor');
    expect((await makeSignOut(world)(token)).providerAddress).toContain('identite.example');
    world.openIdExpert.vouches = { email: alice.email, secondFactor: true };
    of(await comeBack(), 'signedIn');
  });
});

describe('an address that has an account', () => {
  test('is no way into it: its owner signs in once, then the identity is linked and they are told', async () => {
    world.openIdExpert.vouches = { email: alice.email.toUpperCase() };
    const sessions = world.tables.sessions.size;
    const { link } = of(await comeBack(), 'link');
    expect(world.tables.sessions.size).toBe(sessions);
    await signedIn(world);
    granted(await makeLinkOpenId(world)(link, alice));
    expect([...world.tables.mails.values()].at(-1)?.to).toBe(alice.email);
    expect(refusalOf(await makeLinkOpenId(world)(link, alice)).code).toBe('openid-link-over');
  });

  test('is linked to no other account, and not for ever', async () => {
    world.openIdExpert.vouches = { email: alice.email };
    const { link } = of(await comeBack(), 'link');
    expect(refusalOf(await makeLinkOpenId(world)(link, bruno)).code).toBe('openid-link-over');
    const again = of(await comeBack(), 'link');
    world.advance(600);
    expect(refusalOf(await makeLinkOpenId(world)(again.link, alice)).code).toBe('openid-link-over');
    expect(world.tables.openIdIdentities.size).toBe(0);
  });

  test.each([
    { emailVerified: false, email: alice.email },
    { emailVerified: false, email: 'zoe@exemple.invalid' },
    {},
  ])('that the provider does not vouch for opens and makes nothing: %j', async (vouches) => {
    world.openIdExpert.vouches = vouches;
    const accounts = world.tables.accounts.size;
    expect(refusalOf(await finish(await start())).code).toBe('openid-address-unverified');
    expect(world.tables.accounts.size).toBe(accounts);
  });
});

describe('somebody unknown', () => {
  test('gets an account that no password opens, and asks the structure their provider names', async () => {
    world.openIdExpert.vouches = { email: 'zoe@exemple.invalid', siret: hospital.siret };
    const { opened, isNew } = of(await comeBack(), 'signedIn');
    expect(isNew).toBe(true);
    const zoe = await makeWhoIsSignedIn(world)(opened.token);
    expect(zoe).toMatchObject({ name: 'Zoé Martin', email: 'zoe@exemple.invalid', memberships: [] });
    const open = await world.work.run(({ joinRequests }) =>
      joinRequests.findOpen(zoe?.userId ?? '', hospital.structureId),
    );
    expect(open?.state).toBe('waiting');
    const typed = await makeSignIn(world)({ email: 'zoe@exemple.invalid', password: 'anything' });
    expect(refusalOf(typed).code).toBe('credentials-refused');
    of(await comeBack(), 'signedIn');
  });

  test.each(['00000000000000', 'not a number'])(
    'whose organisation is none of ours comes in all the same: %s',
    async (siret) => {
      world.openIdExpert.vouches = { email: 'zoe@exemple.invalid', siret };
      expect(of(await comeBack(), 'signedIn').isNew).toBe(true);
    },
  );
});

test('an identity is unlinked by its owner, and opens nothing more', async () => {
  await linkAlice();
  const { token } = await signedIn(world);
  const unlink = (provider: string) => makeUnlinkOpenId(world)({ token, provider }, alice);
  expect(refusalOf(await unlink('other')).code).toBe('factor-not-found');
  granted(await unlink('proconnect'));
  of(await comeBack(), 'link');
  world.advance(601);
  expect(refusalOf(await unlink('proconnect')).code).toBe('proof-needed');
});

test('signing out leads to the provider that opened the session, and to no other', async () => {
  await linkAlice();
  const { opened } = of(await comeBack(), 'signedIn');
  expect(await makeSignOut(world)(opened.token)).toEqual({
    providerAddress: 'https://identite.example/sortir?id_token_hint=a.b.c',
  });
  expect(await makeWhoIsSignedIn(world)(opened.token)).toBeUndefined();
  expect(await makeSignOut(world)((await signedIn(world, bruno)).token)).toEqual({});
});
