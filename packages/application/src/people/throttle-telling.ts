import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores } from '../ports/work.js';
import { throttleAsking } from './throttle-asking.js';

/** By what others are written to, and between whom. */
export interface Telling {
  /** "invitation", "request to join". */
  readonly what: string;
  /** Whoever has the messages sent, and to whom: a structure, an address. */
  readonly from: string;
  readonly to: string;
}

export interface AskedTooOften {
  readonly code: 'asked-too-often';
  readonly retryAt: Date;
}

const DAY = 24 * 3_600_000;
/** Taken back and done again: three times is a slip of the hand. */
const TO_ONE = 3;
/** The people of a large house, invited on one day. */
const TO_ALL = 200;

/**
 * Whoever may write to others through us may not do it without end: anybody can register a structure of their own, and
 * what they typed would go out under our name. Counted just before the message is posted.
 */
export const throttleTelling = async (
  { askings }: Pick<Stores, 'askings'>,
  { what, from, to }: Telling,
  at: Date,
): Promise<Result<undefined, AskedTooOften>> => {
  const limits = [
    { subject: `${what} of ${from} to ${to}`, maximum: TO_ONE, windowInMs: DAY },
    { subject: `${what} of ${from}`, maximum: TO_ALL, windowInMs: DAY },
  ];
  const heard = await throttleAsking(askings, limits, at);
  return heard.ok ? accept(undefined) : refuse({ code: 'asked-too-often', retryAt: heard.refusal.retryAt });
};
