import type { Person } from '@parvis/domain/access/actor';
import { makeConfirmTotp, makeStartTotp } from '../people/factors/enrol-totp.js';
import { makeProveAgain } from '../people/factors/prove-again.js';
import { makeAddPasskey, makeStartPasskey } from '../people/factors/register-passkey.js';
import { codeOf, stepAt } from '../people/factors/totp.js';
import { makeSignIn, type SignedIn } from '../people/sign-in.js';
import { alice, password } from './cast.js';
import { fakeAnswer } from './fake-passkeys.js';
import { type FakeWorld, hmacSha1 } from './fake-world.js';
import { granted, refusalOf } from './journey.js';

export const signedIn = async (world: FakeWorld, { email }: Person = alice): Promise<SignedIn> =>
  granted(await makeSignIn(world)({ email, password }));

/** What the person's app shows now, or so many steps off. */
export const codeNow = async (
  world: FakeWorld,
  { userId }: Person = alice,
  stepsOff = 0,
): Promise<string> => {
  const totp = await world.work.run(({ factors }) => factors.findTotp(userId));
  if (!totp) throw new Error('no authenticator app');
  return codeOf(hmacSha1, bytesOf(totp.secret), stepAt(world.now()) + stepsOff);
};

/** Bytes of base32, worked out apart from the code under test. */
const bytesOf = (base32: string): Uint8Array => {
  const bytes: number[] = [];
  let kept = 0;
  let bits = 0;
  for (const letter of base32) {
    kept = (kept << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((kept >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
};

/** Sets up an authenticator app; answers the recovery codes. The step of the first code is used up. */
export const enrolTotp = async (world: FakeWorld, person: Person = alice): Promise<readonly string[]> => {
  const { token } = await signedIn(world, person);
  granted(await makeStartTotp(world)(token, person));
  return granted(await makeConfirmTotp(world)({ token, code: await codeNow(world, person) }, person));
};

/** Adds a passkey; answers the recovery codes. */
export const addPasskey = async (
  world: FakeWorld,
  token: string,
  credentialId: string,
  person: Person = alice,
): Promise<readonly string[]> => {
  const { challenge, options } = granted(await makeStartPasskey(world)(token, person));
  const answer = fakeAnswer(credentialId, JSON.parse(options) as { challenge: string });
  return granted(await makeAddPasskey(world)({ token, challenge, answer, name: 'Téléphone' }, person));
};

/** The first step: the password is right, and a second factor is asked for. */
export const firstStep = async (world: FakeWorld, { email }: Person = alice): Promise<string> => {
  const refusal = refusalOf(await makeSignIn(world)({ email, password }));
  if (refusal.code !== 'second-factor-required') throw new Error(`no second factor asked: ${refusal.code}`);
  return refusal.challenge;
};

/** Proves anew with the app; answers the token that the session goes on under. */
export const provedWithApp = async (
  world: FakeWorld,
  token: string,
  person: Person = alice,
): Promise<string> => {
  const proof = { method: 'totp' as const, code: await codeNow(world, person) };
  return granted(await makeProveAgain(world)({ token, proof }, person)).token;
};
