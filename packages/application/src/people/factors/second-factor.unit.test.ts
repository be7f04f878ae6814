import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, password } from '../../testing/cast.js';
import { fakeAnswer } from '../../testing/fake-passkeys.js';
import { type FakeWorld, makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { addPasskey, codeNow, enrolTotp, firstStep, signedIn } from '../../testing/second-factors.js';
import { makeSignIn } from '../sign-in.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { makeAskPasskey } from './ask-passkey.js';
import type { FactorAnswer } from './check-factor.js';
import { makeConfirmSecondFactor } from './confirm-second-factor.js';
import { makeSignInWithPasskey } from './sign-in-with-passkey.js';

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});
const confirm = (challenge: string, factor: FactorAnswer) =>
  makeConfirmSecondFactor(world)({ challenge, factor });
const totp = (code: string): FactorAnswer => ({ method: 'totp', code });
const recovery = (code: string): FactorAnswer => ({ method: 'recoveryCode', code });
const nextStep = () => world.advance(30);

describe('signing in with a second factor', () => {
  test('opens no session on the password alone', async () => {
    await enrolTotp(world);
    const before = world.tables.sessions.size;
    const refusal = refusalOf(await makeSignIn(world)({ email: alice.email, password }));
    expect(refusal).toMatchObject({ code: 'second-factor-required', methods: ['totp', 'recoveryCode'] });
    expect(world.tables.sessions.size).toBe(before);
    const { challenge } = refusal as { challenge: string };
    expect(await makeWhoIsSignedIn(world)(challenge)).toBeUndefined();
  });

  test('keeps the challenge hashed only', async () => {
    await enrolTotp(world);
    const challenge = await firstStep(world);
    expect([...world.tables.challenges.keys()]).toEqual([world.sha256(challenge)]);
  });

  test('opens one with the app’s code', async () => {
    await enrolTotp(world);
    nextStep();
    const { token, person } = granted(await confirm(await firstStep(world), totp(await codeNow(world))));
    expect(person).toEqual(alice);
    expect(await makeWhoIsSignedIn(world)(token)).toEqual(alice);
    expect([...world.tables.sessions.values()].at(-1)?.means).toBe('passwordAndTotp');
  });

  test('asks nothing more of whoever has begun to enrol and not confirmed', async () => {
    await signedIn(world);
    await world.work.run(({ factors }) =>
      factors.saveTotp({ userId: alice.userId, secret: 'GEZDGNBV', startedAt: world.now() }),
    );
    await signedIn(world);
  });

  test('takes a code once: the same one is refused, and so is the one before', async () => {
    await enrolTotp(world);
    nextStep();
    const code = await codeNow(world);
    const before = await codeNow(world, alice, -1);
    granted(await confirm(await firstStep(world), totp(code)));
    expect(refusalOf(await confirm(await firstStep(world), totp(code))).code).toBe('code-refused');
    expect(refusalOf(await confirm(await firstStep(world), totp(before))).code).toBe('code-refused');
    nextStep();
    granted(await confirm(await firstStep(world), totp(await codeNow(world))));
  });

  test('refuses the code that confirmed the enrolment', async () => {
    await enrolTotp(world);
    expect(refusalOf(await confirm(await firstStep(world), totp(await codeNow(world)))).code).toBe(
      'code-refused',
    );
  });

  test('lets a wrong code be typed again, five times in 15 minutes whatever the challenge', async () => {
    await enrolTotp(world);
    nextStep();
    const challenge = await firstStep(world);
    for (let tries = 0; tries < 4; tries += 1)
      expect(refusalOf(await confirm(challenge, totp('000000'))).code).toBe('code-refused');
    const first = world.now().getTime();
    expect(refusalOf(await confirm(await firstStep(world), totp('000000'))).code).toBe('code-refused');
    const refusal = refusalOf(await confirm(challenge, totp(await codeNow(world))));
    expect(refusal).toEqual({ code: 'too-many-tries', retryAt: new Date(first + 15 * 60_000 + 1) });
    expect(refusalOf(await confirm(await firstStep(world), recovery('any'))).code).toBe('too-many-tries');
  });

  test('is not closed by a stranger who types its count for an address', async () => {
    await enrolTotp(world);
    nextStep();
    const email = `second factor ${alice.userId}`;
    for (let tries = 0; tries < 5; tries += 1) await makeSignIn(world)({ email, password: 'x' });
    granted(await confirm(await firstStep(world), totp(await codeNow(world))));
  });

  test('gives guesses made at once no more tries than one by one', async () => {
    await enrolTotp(world);
    const challenges = [];
    for (let time = 0; time < 12; time += 1) challenges.push(await firstStep(world));
    const answers = await Promise.all(challenges.map((challenge) => confirm(challenge, totp('000000'))));
    expect(answers.filter((answer) => refusalOf(answer).code === 'code-refused')).toHaveLength(5);
  });

  test('opens one session for a challenge, even when two right answers come at once', async () => {
    const codes = await enrolTotp(world);
    const challenge = await firstStep(world);
    const answers = await Promise.all(codes.slice(0, 2).map((code) => confirm(challenge, recovery(code))));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]))).toEqual(['challenge-over']);
    expect(await world.work.run(({ factors }) => factors.countRecoveryCodes(alice.userId))).toBe(9);
  });

  test('is over after five minutes', async () => {
    await enrolTotp(world);
    const challenge = await firstStep(world);
    world.advance(300);
    expect(refusalOf(await confirm(challenge, totp(await codeNow(world)))).code).toBe('challenge-over');
    expect(refusalOf(await confirm('made up', totp('000000'))).code).toBe('challenge-over');
  });
});

describe('a recovery code', () => {
  test('stands in for the app, however it is typed, once, and its owner is told', async () => {
    const [code = ''] = await enrolTotp(world);
    granted(await confirm(await firstStep(world), recovery(` ${code.toUpperCase().replaceAll('-', ' ')} `)));
    expect(refusalOf(await confirm(await firstStep(world), recovery(code))).code).toBe('code-refused');
    const mail = [...world.tables.mails.values()].at(-1);
    expect(mail).toMatchObject({ to: alice.email });
    expect(mail?.body).toContain('9');
  });

  test('used twice at once opens one session', async () => {
    const [code = ''] = await enrolTotp(world);
    const challenges = [await firstStep(world), await firstStep(world)];
    const answers = await Promise.all(challenges.map((challenge) => confirm(challenge, recovery(code))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is of no use to anybody else, nor without the password', async () => {
    const [code = ''] = await enrolTotp(world);
    await enrolTotp(world, bruno);
    expect(refusalOf(await confirm(await firstStep(world, bruno), recovery(code))).code).toBe('code-refused');
    expect(refusalOf(await makeSignIn(world)({ email: alice.email, password: code })).code).toBe(
      'credentials-refused',
    );
  });

  test('is one of ten, kept hashed', async () => {
    const codes = await enrolTotp(world);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
    expect(JSON.stringify([...world.tables.recoveryCodes])).not.toContain(codes[0]?.replaceAll('-', ''));
  });
});

describe('a passkey', () => {
  const ask = makeAskPasskey;

  test('is a second factor', async () => {
    await addPasskey(world, (await signedIn(world)).token, 'phone');
    const challenge = await firstStep(world);
    const { options } = granted(await ask(world)({ kind: 'secondFactor', challenge }));
    expect(JSON.parse(options)).toMatchObject({ allow: ['phone'] });
    const answer = fakeAnswer('phone', JSON.parse(options) as { challenge: string });
    granted(await confirm(challenge, { method: 'passkey', answer }));
    expect([...world.tables.sessions.values()].at(-1)?.means).toBe('passwordAndPasskey');
  });

  test('of somebody else is none of mine', async () => {
    await addPasskey(world, (await signedIn(world)).token, 'phone');
    await addPasskey(world, (await signedIn(world, bruno)).token, 'other', bruno);
    const challenge = await firstStep(world);
    const { options } = granted(await ask(world)({ kind: 'secondFactor', challenge }));
    const answer = fakeAnswer('other', JSON.parse(options) as { challenge: string });
    expect(refusalOf(await confirm(challenge, { method: 'passkey', answer })).code).toBe('passkey-refused');
  });

  test('signs in by itself, asked of a stranger without naming anybody', async () => {
    await addPasskey(world, (await signedIn(world)).token, 'phone');
    const { challenge, options } = granted(await ask(world)({ kind: 'signIn' }));
    expect(JSON.parse(options)).toMatchObject({ allow: [] });
    const answer = fakeAnswer('phone', JSON.parse(options) as { challenge: string });
    const { person } = granted(await makeSignInWithPasskey(world)({ challenge, answer }));
    expect(person).toEqual(alice);
    expect(refusalOf(await makeSignInWithPasskey(world)({ challenge, answer })).code).toBe('challenge-over');
  });

  test('opens an address that wrong passwords have closed', async () => {
    await addPasskey(world, (await signedIn(world)).token, 'phone');
    for (let tries = 0; tries < 6; tries += 1)
      await makeSignIn(world)({ email: alice.email, password: 'azerty' });
    expect(refusalOf(await makeSignIn(world)({ email: alice.email, password })).code).toBe('too-many-tries');
    const { challenge, options } = granted(await ask(world)({ kind: 'signIn' }));
    const answer = fakeAnswer('phone', JSON.parse(options) as { challenge: string });
    granted(await makeSignInWithPasskey(world)({ challenge, answer }));
  });

  test('whose counter stands still is a copy, and is refused', async () => {
    await addPasskey(world, (await signedIn(world)).token, 'phone');
    const signInCounting = async (counter: number) => {
      const { challenge, options } = granted(await ask(world)({ kind: 'signIn' }));
      const answer = fakeAnswer('phone', JSON.parse(options) as { challenge: string }, counter);
      return makeSignInWithPasskey(world)({ challenge, answer });
    };
    granted(await signInCounting(7));
    expect(refusalOf(await signInCounting(7)).code).toBe('passkey-refused');
    granted(await signInCounting(8));
  });

  test('nobody knows, and an answer that is none, are refused', async () => {
    for (const answer of [fakeAnswer('nobody', { challenge: 'challenge 1' }), 'nonsense']) {
      const { challenge } = granted(await ask(world)({ kind: 'signIn' }));
      expect(refusalOf(await makeSignInWithPasskey(world)({ challenge, answer })).code).toBe(
        'passkey-refused',
      );
    }
  });
});

describe('throttling', () => {
  test('hears 300 strangers of one network who ask for a passkey in 15 minutes, and says until when', async () => {
    const askFrom = (networkAddress: string) =>
      makeAskPasskey(world)({ kind: 'signIn', device: { networkAddress } });
    for (let asked = 0; asked < 300; asked += 1) granted(await askFrom('192.0.2.7'));
    expect(refusalOf(await askFrom('192.0.2.7'))).toEqual({
      code: 'too-many-tries',
      retryAt: new Date(world.now().getTime() + 15 * 60_000 + 1),
    });
    granted(await askFrom('192.0.2.8'));
  });

  const device = { networkAddress: '192.0.2.7' };
  const fail = (email: string, from = device) =>
    makeSignIn(world)({ email, password: 'azerty', device: from });

  test('closes a network after a hundred failures, whatever the addresses, and no other network', async () => {
    for (let person = 0; person < 100; person += 1) await fail(`p${person}@exemple.invalid`);
    expect(refusalOf(await fail('another@exemple.invalid'))).toMatchObject({
      code: 'too-many-tries',
      of: 'network',
      retryAt: new Date(world.now().getTime() + 15 * 60_000 + 1),
    });
    expect(refusalOf(await fail('other@exemple.invalid', { networkAddress: '192.0.2.8' })).code).toBe(
      'credentials-refused',
    );
  });

  test('does not count those who sign in: a whole town hall may', async () => {
    for (let time = 0; time < 120; time += 1)
      granted(await makeSignIn(world)({ email: alice.email, password, device }));
  });
});
