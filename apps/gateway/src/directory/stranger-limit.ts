import { networkOf } from '@parvis/application/people/throttle';
import type { Clock } from '@parvis/application/ports/platform';

/** How often one address may ask the open directory: a quick typist needs one question a second. */
export interface StrangerLimit {
  /** Counts a question. 0: go ahead; more: so many seconds from now. */
  secondsToWait(address: string): number;
}

interface Allowance {
  left: number;
  asOf: number;
}

/** A person types in bursts, an office shares one address: 120 at once, and two more every second. */
const AT_ONCE = 120;
const EACH_SECOND = 2;
const MOST_ADDRESSES = 50_000;

/** For each address an allowance that fills up again with time. One process counts for itself. */
export const makeStrangerLimit = (now: Clock, atOnce = AT_ONCE, eachSecond = EACH_SECOND): StrangerLimit => {
  const allowances = new Map<string, Allowance>();
  return {
    secondsToWait: (asking) => {
      // One household of IPv6 has more addresses than anybody could count.
      const address = networkOf(asking);
      const at = now().getTime() / 1000;
      const { left, asOf } = allowances.get(address) ?? { left: atOnce, asOf: at };
      const filled = Math.min(atOnce, left + (at - asOf) * eachSecond);
      // The newest stand last: those that have been silent longest make room.
      allowances.delete(address);
      allowances.set(address, { left: filled < 1 ? filled : filled - 1, asOf: at });
      if (allowances.size > MOST_ADDRESSES) forgetFirst(allowances);
      return filled < 1 ? Math.ceil((1 - filled) / eachSecond) : 0;
    },
  };
};

const forgetFirst = (allowances: Map<string, Allowance>): void => {
  const [first] = allowances.keys();
  if (first !== undefined) allowances.delete(first);
};
