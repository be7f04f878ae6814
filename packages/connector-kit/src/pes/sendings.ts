import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { ConnectorNumbers } from '../connector-tools.js';
import type { BudgetKey } from './pes-settings.js';

/** What is remembered of one PES beside its number. */
export interface Sending {
  readonly exercise: number;
  /** By the way it went: the same order may go to a test platform and to the real one. */
  readonly ways: Readonly<Record<string, SentThisWay>>;
  /** What Hélios would not have, each answer once: the order is sent anew after each, under the same numbers. */
  readonly refusals?: readonly string[] | undefined;
}

export interface SentThisWay {
  /** SHA-256 of the bytes that we have tried to send: others must not follow them. */
  readonly tried: string;
  /** What the other side calls it: it has it. */
  readonly there?: string | undefined;
}

const sendingShape = z.object({
  exercise: z.int(),
  ways: z.record(z.string(), z.object({ tried: z.string(), there: z.string().optional() })),
  refusals: z.array(z.string()).optional(),
});

export const sendingsOf = ({ siret, budget }: BudgetKey): string => `pes ${siret}/${budget} files`;

export const readSending = (note: string | undefined): Sending | undefined =>
  note === undefined ? undefined : sendingShape.parse(JSON.parse(note));

export const writeSending = (sending: Sending): string => JSON.stringify(sending);

export const rememberSending = (
  numbers: ConnectorNumbers,
  settings: BudgetKey,
  key: DeliveryKey,
  sending: Sending,
): Promise<void> => numbers.note(sendingsOf(settings), key, writeSending(sending));

/**
 * Hélios has none of this order: it may be sent again, corrected, under the same numbers. `refusal` tells one answer from
 * every other; the same answer read again changes nothing.
 */
export const openAgain = async (
  numbers: ConnectorNumbers,
  settings: BudgetKey,
  key: DeliveryKey,
  refusal: string,
): Promise<void> => {
  const sending = readSending((await numbers.find(sendingsOf(settings), key))?.note);
  const refusals = sending?.refusals ?? [];
  if (!sending || refusals.includes(refusal)) return;
  await rememberSending(numbers, settings, key, { ...sending, ways: {}, refusals: [...refusals, refusal] });
};
