import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, HmacSha1, Sha256 } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import { secondFactorLimit, startTry } from '../throttle.js';
import type { SignInChallenge } from './challenge-store.js';
import type { FactorMethod } from './factor-methods.js';
import type { PasskeyExpert } from './passkey-expert.js';
import { hashOfRecoveryCode } from './recovery-codes.js';
import { stepOfCode } from './totp.js';

/** A second factor as it is given. */
export type FactorAnswer =
  | { readonly method: 'totp'; readonly code: string }
  | { readonly method: 'recoveryCode'; readonly code: string }
  /** JSON text of the browser's answer. */
  | { readonly method: 'passkey'; readonly answer: string };

export type FactorCheckRefusal =
  | { readonly code: 'code-refused'; readonly method: Exclude<FactorMethod, 'passkey'> }
  | { readonly code: 'passkey-refused' }
  | { readonly code: 'too-many-tries'; readonly retryAt: Date };

export interface FactorCheckPorts {
  readonly passkeys: PasskeyExpert;
  readonly hmacSha1: HmacSha1;
  readonly sha256: Sha256;
  readonly now: Clock;
}

type FactorStores = Pick<Stores, 'accounts' | 'factors'>;

/**
 * Whether this is a second factor of the person's; it is used up by asking. Codes that can be guessed are counted
 * before they are looked at. A refusal must be committed, or guesses would cost nothing.
 */
export const checkFactor = async (
  stores: FactorStores,
  ports: FactorCheckPorts,
  userId: string,
  given: FactorAnswer,
  challenge: Pick<SignInChallenge, 'webauthnChallenge'>,
): Promise<Result<FactorMethod, FactorCheckRefusal>> => {
  if (given.method === 'passkey') {
    const signed = await signedBy(stores, ports, given.answer, challenge.webauthnChallenge);
    return signed === userId ? accept('passkey') : refuse({ code: 'passkey-refused' });
  }
  const limit = secondFactorLimit(userId);
  const retryAt = await startTry(stores.accounts, [limit], ports.now());
  if (retryAt) return refuse({ code: 'too-many-tries', retryAt });
  const holds = await (given.method === 'totp'
    ? takeCode(stores, ports, userId, given.code)
    : stores.factors.takeRecoveryCode(userId, hashOfRecoveryCode(ports.sha256, given.code)));
  if (!holds) return refuse({ code: 'code-refused', method: given.method });
  await stores.accounts.clearFailedSignIns(limit.subject);
  return accept(given.method);
};

const takeCode = async (
  { factors }: FactorStores,
  { hmacSha1, now }: FactorCheckPorts,
  userId: string,
  code: string,
): Promise<boolean> => {
  const totp = await factors.findTotp(userId);
  if (!totp?.confirmedAt) return false;
  const step = stepOfCode(hmacSha1, totp.secret, code, now());
  return step !== undefined && factors.takeStep(userId, step);
};

/** Whose passkey signed the challenge; undefined when none of ours did. */
export const signedBy = async (
  { factors }: Pick<FactorStores, 'factors'>,
  { passkeys, now }: Pick<FactorCheckPorts, 'passkeys' | 'now'>,
  answer: string,
  challenge: string | undefined,
): Promise<string | undefined> => {
  const credentialId = passkeys.credentialOf(answer);
  const passkey = credentialId === undefined ? undefined : await factors.findPasskey(credentialId);
  if (!passkey || challenge === undefined) return undefined;
  const counter = await passkeys.readSignature(answer, challenge, passkey);
  if (counter === undefined) return undefined;
  await factors.notePasskeyUse(passkey.credentialId, counter, now());
  return passkey.userId;
};
