import type { RandomBytes, Sha256 } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import { hashOfRecoveryCode, makeRecoveryCodes } from './recovery-codes.js';

export interface RecoveryCodePorts {
  readonly randomBytes: RandomBytes;
  readonly sha256: Sha256;
}

export const giveRecoveryCodes = async (
  { factors }: Pick<Stores, 'factors'>,
  { randomBytes, sha256 }: RecoveryCodePorts,
  userId: string,
): Promise<readonly string[]> => {
  const codes = makeRecoveryCodes(randomBytes);
  await factors.replaceRecoveryCodes(
    userId,
    codes.map((code) => hashOfRecoveryCode(sha256, code)),
  );
  return codes;
};

/** A first second factor comes with the way back in when it is lost; empty for whoever has codes left. */
export const giveFirstRecoveryCodes = async (
  stores: Pick<Stores, 'factors'>,
  ports: RecoveryCodePorts,
  userId: string,
): Promise<readonly string[]> =>
  (await stores.factors.countRecoveryCodes(userId)) > 0 ? [] : giveRecoveryCodes(stores, ports, userId);
