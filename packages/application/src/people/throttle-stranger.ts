import { accept, type Result } from '@parvis/domain/result/result';
import type { Stores } from '../ports/work.js';
import type { Device } from './sessions/session.js';
import { networkOf, SIGN_IN_WINDOW_IN_MS } from './throttle.js';
import { type TooManyAskings, throttleAsking } from './throttle-asking.js';

/** A town hall that begins its day behind one address stays far below. */
const MAXIMUM = 300;

/** Each beginning leaves a row until it is over: a network may begin so many in a quarter of an hour. */
export const throttleStranger = async (
  { askings }: Pick<Stores, 'askings'>,
  what: 'passkey' | 'provider',
  { networkAddress }: Device = {},
  at: Date,
): Promise<Result<undefined, TooManyAskings>> => {
  if (networkAddress === undefined) return accept(undefined);
  const subject = `${what} asked from ${networkOf(networkAddress)}`;
  return throttleAsking(askings, [{ subject, maximum: MAXIMUM, windowInMs: SIGN_IN_WINDOW_IN_MS }], at);
};
