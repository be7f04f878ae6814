import { formatInvoiceRef, type InvoiceRef } from '../invoice/invoice-ref.js';
import type { LifeCycleEvent } from './event.js';
import type { Status } from './transitions.js';

/** What an event says, before it is chained to the one before. */
export type EventContent = Omit<LifeCycleEvent, 'previousHash' | 'hash'>;

/** SHA-256 in lower-case hexadecimal, given by the caller: this package has no cryptography of its own. */
export type HashText = (text: string) => string;

/**
 * The `previousHash` of an invoice's first event. It is drawn from the invoice's own reference, so that a history moved
 * from one invoice to another shows.
 */
export const historyRoot = (ref: InvoiceRef, sha256: HashText): string =>
  sha256(`parvis history ${formatInvoiceRef(ref)}`);

/**
 * The text that the hash covers: every field in a fixed order, dates as UTC instants, absent fields as null. It must
 * never change for events already stored; a new field goes to the end and only where it is present.
 */
export const canonicalEvent = (event: EventContent): string =>
  JSON.stringify([
    event.sequence,
    event.action,
    event.from,
    event.to,
    event.moves,
    [event.actor.kind, event.actor.id ?? null, event.actor.name],
    event.occurredAt.toISOString(),
    event.recordedAt.toISOString(),
    event.reason ? [event.reason.code, event.reason.text ?? null] : null,
    event.comment ?? null,
    event.documentIds,
    event.source ? [event.source.system, event.source.code, event.source.reference ?? null] : null,
  ]);

/** Chains an event to the one before: `hash` covers its content and `previousHash`. */
export const chainEvent = (
  content: EventContent,
  previousHash: string,
  sha256: HashText,
): LifeCycleEvent => ({
  ...content,
  previousHash,
  hash: sha256(`${previousHash}\n${canonicalEvent(content)}`),
});

export type HistoryVerdict =
  | { readonly kind: 'intact' }
  /** The first entry that does not follow from those before it, counted from 1 in the order given. */
  | { readonly kind: 'broken'; readonly position: number; readonly cause: HistoryBreak };

export type HistoryBreak =
  /** Its sequence is not the next one: an entry is missing, repeated or out of order. */
  | 'sequence'
  /** It does not name the hash of the entry before. */
  | 'link'
  /** Its content is not what was hashed. */
  | 'content'
  /** It does not start from the status the entries before it lead to. */
  | 'status';

/**
 * Checks a whole history, oldest event first. With `root` (see `historyRoot`) it also proves whose history it is.
 * Entries cut off at the end leave an intact chain: compare the last hash with the one kept on the invoice.
 */
export const verifyHistory = (
  events: readonly LifeCycleEvent[],
  sha256: HashText,
  root?: string,
): HistoryVerdict => {
  let previousHash = root ?? events[0]?.previousHash ?? '';
  let status: Status | null = null;
  for (const [index, event] of events.entries()) {
    const cause = breakIn(event, { sequence: index + 1, previousHash, status }, sha256);
    if (cause) return { kind: 'broken', position: index + 1, cause };
    previousHash = event.hash;
    if (event.moves) status = event.to;
  }
  return { kind: 'intact' };
};

/** The status that a history leads to; undefined before the first event. Late entries that moved nothing do not count. */
export const statusAfter = (events: readonly Pick<LifeCycleEvent, 'to' | 'moves'>[]): Status | undefined =>
  events.findLast(({ moves }) => moves)?.to;

interface Expected {
  readonly sequence: number;
  readonly previousHash: string;
  readonly status: Status | null;
}

const breakIn = (event: LifeCycleEvent, expected: Expected, sha256: HashText): HistoryBreak | undefined => {
  if (event.sequence !== expected.sequence) return 'sequence';
  if (event.previousHash !== expected.previousHash) return 'link';
  if (chainEvent(event, event.previousHash, sha256).hash !== event.hash) return 'content';
  return event.from === expected.status ? undefined : 'status';
};
