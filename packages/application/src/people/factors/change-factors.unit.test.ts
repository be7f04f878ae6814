import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, password } from '../../testing/cast.js';
import { fakeAnswer } from '../../testing/fake-passkeys.js';
import { type FakeWorld, makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { addPasskey, codeNow, enrolTotp, firstStep, signedIn } from '../../testing/second-factors.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { makeAskPasskey } from './ask-passkey.js';
import { makeConfirmSecondFactor } from './confirm-second-factor.js';
import { makeConfirmTotp, makeStartTotp } from './enrol-totp.js';
import { makeProveAgain } from './prove-again.js';
import { makeAddPasskey, makeRenamePasskey, makeStartPasskey } from './register-passkey.js';
import { makeRemovePasskey, makeRemoveTotp } from './remove-factor.js';
import { makeRenewRecoveryCodes } from './renew-recovery-codes.js';
import { makeViewProtection } from './view-protection.js';

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});

const PROOF_HOLDS = 10 * 60;
const mailed = () => [...world.tables.mails.values()].map(({ to }) => to);
/** A session with a proof of just now, for someone with an app. */
const withApp = async (): Promise<string> => {
  await enrolTotp(world);
  world.advance(30);
  const factor = { method: 'totp' as const, code: await codeNow(world) };
  return granted(await makeConfirmSecondFactor(world)({ challenge: await firstStep(world), factor })).token;
};

describe('setting up an app', () => {
  test('counts from the first right code, mails its owner, and hands out recovery codes once', async () => {
    const codes = await enrolTotp(world);
    expect(codes).toHaveLength(10);
    expect(mailed()).toEqual([alice.email]);
    const { token } = await signedIn(world, bruno);
    granted(await makeStartTotp(world)(token, bruno));
    expect(refusalOf(await makeConfirmTotp(world)({ token, code: '000000' }, bruno)).code).toBe(
      'code-refused',
    );
    await signedIn(world, bruno);
  });

  test('is not done over a first one', async () => {
    const token = await withApp();
    expect(refusalOf(await makeStartTotp(world)(token, alice)).code).toBe('totp-there-already');
    expect(refusalOf(await makeConfirmTotp(world)({ token, code: '000000' }, alice)).code).toBe(
      'totp-there-already',
    );
  });

  test('needs a start', async () => {
    const { token } = await signedIn(world);
    expect(refusalOf(await makeConfirmTotp(world)({ token, code: '000000' }, alice)).code).toBe(
      'totp-not-started',
    );
  });
});

describe('a recent proof', () => {
  test('is asked for after ten minutes by everything that changes the protection', async () => {
    const token = await withApp();
    world.advance(PROOF_HOLDS + 1);
    const refused = [
      await makeStartTotp(world)(token, alice),
      await makeConfirmTotp(world)({ token, code: '000000' }, alice),
      await makeRemoveTotp(world)(token, alice),
      await makeStartPasskey(world)(token, alice),
      await makeAddPasskey(world)({ token, challenge: '', answer: '', name: 'x' }, alice),
      await makeRemovePasskey(world)({ token, credentialId: 'x' }, alice),
      await makeRenewRecoveryCodes(world)(token, alice),
    ].map((answer) => refusalOf<unknown, { readonly code: string }>(answer));
    for (const refusal of refused)
      expect(refusal).toEqual({ code: 'proof-needed', methods: ['totp', 'recoveryCode'] });
  });

  test('renews the session under another token, and the old one is worth nothing', async () => {
    const token = await withApp();
    world.advance(PROOF_HOLDS + 1);
    const proof = { method: 'totp' as const, code: await codeNow(world) };
    const renewed = granted(await makeProveAgain(world)({ token, proof }, alice));
    expect(await makeWhoIsSignedIn(world)(token)).toBeUndefined();
    expect(await makeWhoIsSignedIn(world)(renewed.token)).toEqual(alice);
    granted(await makeRemoveTotp(world)(renewed.token, alice));
  });

  test('is the password for whoever has no second factor, and no more than that', async () => {
    const { token } = await signedIn(world);
    const byPassword = (typed: string, of = token) =>
      makeProveAgain(world)({ token: of, proof: { method: 'password', password: typed } }, alice);
    expect(refusalOf(await byPassword('azerty')).code).toBe('password-refused');
    const renewed = granted(await byPassword(password));
    await addPasskey(world, renewed.token, 'phone');
    expect(refusalOf(await byPassword(password, renewed.token)).code).toBe('proof-needed');
  });

  test('may be a passkey', async () => {
    const { token } = await signedIn(world);
    await addPasskey(world, token, 'phone');
    world.advance(PROOF_HOLDS + 1);
    const { challenge, options } = granted(await makeAskPasskey(world)({ kind: 'proof', token }));
    const proof = {
      method: 'passkey' as const,
      answer: fakeAnswer('phone', JSON.parse(options) as { challenge: string }),
    };
    granted(await makeProveAgain(world)({ token, proof, challenge }, alice));
    expect(refusalOf(await makeProveAgain(world)({ token, proof, challenge }, alice)).code).toBe(
      'signed-out',
    );
  });

  test('is not guessed: five wrong passwords close it', async () => {
    const { token } = await signedIn(world);
    const guess = () =>
      makeProveAgain(world)({ token, proof: { method: 'password', password: 'azerty' } }, alice);
    for (let tries = 0; tries < 5; tries += 1) expect(refusalOf(await guess()).code).toBe('password-refused');
    expect(refusalOf(await guess()).code).toBe('too-many-tries');
  });

  test('is nobody’s without a session', async () => {
    expect(refusalOf(await makeStartTotp(world)('made up', alice)).code).toBe('signed-out');
  });
});

describe('passkeys', () => {
  test('are named, renamed and removed by their owner', async () => {
    const { token } = await signedIn(world);
    expect(await addPasskey(world, token, 'phone')).toHaveLength(10);
    expect(await addPasskey(world, token, 'laptop')).toEqual([]);
    granted(await makeRenamePasskey(world)({ credentialId: 'phone', name: ' Bureau ' }, alice));
    const names = async () =>
      (await makeViewProtection(world)(token, alice)).passkeys.map(({ name }) => name);
    expect(await names()).toEqual(['Bureau', 'Téléphone']);
    expect(refusalOf(await makeRenamePasskey(world)({ credentialId: 'phone', name: 'x' }, bruno)).code).toBe(
      'factor-not-found',
    );
    expect(refusalOf(await makeRenamePasskey(world)({ credentialId: 'phone', name: ' ' }, alice)).code).toBe(
      'name-unfit',
    );
    granted(await makeRemovePasskey(world)({ token, credentialId: 'phone' }, alice));
    expect(await names()).toEqual(['Téléphone']);
    expect(mailed()).toEqual([alice.email, alice.email, alice.email]);
  });

  test('belong to one account, and an answer to one question', async () => {
    const { token } = await signedIn(world);
    await addPasskey(world, token, 'phone');
    const other = await signedIn(world, bruno);
    await expect(addPasskey(world, other.token, 'phone', bruno)).rejects.toThrow('passkey-known-already');
    const { challenge } = granted(await makeStartPasskey(world)(other.token, bruno));
    const stolen = { token, challenge, answer: fakeAnswer('x', { challenge: 'y' }), name: 'x' };
    expect(refusalOf(await makeAddPasskey(world)(stolen, alice)).code).toBe('challenge-over');
  });
});

describe('recovery codes', () => {
  test('are renewed whole: those from before are void', async () => {
    const [old = ''] = await enrolTotp(world);
    world.advance(30);
    const factor = { method: 'totp' as const, code: await codeNow(world) };
    const { token } = granted(
      await makeConfirmSecondFactor(world)({ challenge: await firstStep(world), factor }),
    );
    const [fresh = ''] = granted(await makeRenewRecoveryCodes(world)(token, alice));
    const use = async (code: string) =>
      makeConfirmSecondFactor(world)({
        challenge: await firstStep(world),
        factor: { method: 'recoveryCode', code },
      });
    expect(refusalOf(await use(old)).code).toBe('code-refused');
    granted(await use(fresh));
    expect((await makeViewProtection(world)(token, alice)).recoveryCodesLeft).toBe(9);
  });

  test('go with the last factor, and there are none without one', async () => {
    const token = await withApp();
    granted(await makeRemoveTotp(world)(token, alice));
    expect((await makeViewProtection(world)(token, alice)).recoveryCodesLeft).toBe(0);
    expect(refusalOf(await makeRenewRecoveryCodes(world)(token, alice)).code).toBe('factor-not-found');
    await signedIn(world);
  });
});

test('what an owner sees of their protection holds no secret', async () => {
  const token = await withApp();
  await addPasskey(world, token, 'phone');
  const seen = await makeViewProtection(world)(token, alice);
  const secret = (await world.work.run(({ factors }) => factors.findTotp(alice.userId)))?.secret ?? 'none';
  expect(JSON.stringify(seen)).not.toContain(secret);
  expect(JSON.stringify(seen)).not.toContain('publicKey');
  expect(seen).toMatchObject({ recoveryCodesLeft: 10, passkeys: [{ name: 'Téléphone' }] });
});
