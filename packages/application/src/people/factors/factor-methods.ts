import type { FactorStore } from './factor-store.js';

/** What may be asked of a person besides their password. */
export const factorMethods = ['passkey', 'totp', 'recoveryCode'] as const;

export type FactorMethod = (typeof factorMethods)[number];

/** Empty for whoever has set no second factor; recovery codes alone are none. */
export const methodsOf = async (factors: FactorStore, userId: string): Promise<FactorMethod[]> => {
  const hasPasskey = (await factors.passkeysOf(userId)).length > 0;
  const hasTotp = (await factors.findTotp(userId))?.confirmedAt !== undefined;
  if (!hasPasskey && !hasTotp) return [];
  const hasCodes = (await factors.countRecoveryCodes(userId)) > 0;
  return factorMethods.filter(
    (method) => ({ passkey: hasPasskey, totp: hasTotp, recoveryCode: hasCodes })[method],
  );
};
