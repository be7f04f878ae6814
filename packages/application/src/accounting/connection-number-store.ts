import type { DeliveryKey } from './accounting-connector.js';

/** A number that a delivery bears for ever. */
export interface GivenNumber {
  readonly key: DeliveryKey;
  readonly number: number;
  readonly givenAt: Date;
  /** What the connector has noted beside it, such as the other system's identifier. */
  readonly note?: string;
}

/**
 * Numbers that other systems demand of us in sequence and never twice, such as those of payment orders. They belong to
 * the entity, not to a connection: two connections into the same books must not give the same number to two invoices.
 */
export interface ConnectionNumberStore {
  /** The number of this key, given now if it had none: one more than the last, and `first` at least. */
  next(
    recipientId: string,
    sequence: string,
    key: DeliveryKey,
    given: { readonly first: number; readonly at: Date },
  ): Promise<GivenNumber>;
  /** The number of this key, if it was given one. */
  find(recipientId: string, sequence: string, key: DeliveryKey): Promise<GivenNumber | undefined>;
  /** Replaces the note of a number that was given. */
  note(recipientId: string, sequence: string, key: DeliveryKey, note: string): Promise<void>;
  /** Those that follow this number, in order. */
  after(recipientId: string, sequence: string, number: number, limit: number): Promise<GivenNumber[]>;
}
