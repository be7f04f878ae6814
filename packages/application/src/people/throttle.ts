import type { AccountStore } from './account-store.js';

/** For how long a failed try counts. */
export const SIGN_IN_WINDOW_IN_MS = 15 * 60_000;

/** How many failed tries close something, and what they close. */
export interface Limit {
  readonly subject: string;
  readonly tries: number;
}

/** An address, whether somebody has it or not. Named apart: what is typed as one must not close something else. */
export const addressLimit = (email: string): Limit => ({ subject: `address ${email}`, tries: 5 });

/** Where tries come from: a town hall shares one address, a guesser has few. */
export const networkLimit = (networkAddress: string): Limit => ({
  subject: `network ${networkOf(networkAddress)}`,
  tries: 100,
});

/** Codes of a second factor, and the password where it is asked again. */
export const secondFactorLimit = (userId: string): Limit => ({
  subject: `second factor ${userId}`,
  tries: 5,
});

/**
 * Counts a try as failed before anything is looked at: many at the same moment get no more tries than one by one.
 * Answers from when to try again when there were too many; then this one does not count.
 */
export const startTry = async (
  accounts: AccountStore,
  limits: readonly Limit[],
  now: Date,
): Promise<Date | undefined> => {
  for (const { subject, tries } of limits) {
    const since = new Date(now.getTime() - SIGN_IN_WINDOW_IN_MS);
    const oldest = (await accounts.failedSignInsSince(subject, since)).at(-tries);
    if (oldest) return new Date(oldest.getTime() + SIGN_IN_WINDOW_IN_MS + 1);
  }
  for (const { subject } of limits) await accounts.addFailedSignIn(subject, now);
  return undefined;
};

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** One household or office: an IPv4 address, or the first 64 bits of an IPv6 one. */
export const networkOf = (address: string): string => {
  const mapped = MAPPED_IPV4.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ? tail.split(':') : [])];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};
