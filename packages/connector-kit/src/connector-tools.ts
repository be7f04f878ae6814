import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { GivenNumber } from '@parvis/application/accounting/connection-number-store';
import type { Clock, MarkPoint } from '@parvis/application/ports/platform';
import type { RecordExchange } from './exchange.js';
import type { Gate } from './pace.js';

/** What a connector is given besides its settings. */
export interface ConnectorTools {
  readonly now: Clock;
  /** Named points at which the process may die without harm. */
  readonly mark: MarkPoint;
  /** Told of every exchange, its secrets removed. */
  readonly record?: RecordExchange;
  /** How long an answer may take; 30 seconds unless said otherwise. */
  readonly timeoutMs?: number;
  /** Lets questions pass at the pace of the kind; shared by everyone who asks over this connection. */
  readonly gate?: Gate;
  /** What the other side has sent us over this connection. */
  readonly inbox?: ConnectionInbox;
  /** For systems that demand numbers in sequence, never twice. */
  readonly numbers?: ConnectorNumbers;
  /** The folder of this machine below which exchanges of the structure may lie, its own; undefined: none may. */
  readonly exchangeFolder?: string;
  /** Whether addresses of private networks may be reached: on an installation inside the entity's own network. */
  readonly privateTargets?: boolean;
}

/** Numbers of the entity in sequences that the connector names; remembered for ever. */
export interface ConnectorNumbers {
  /** The same key always gets the same number and the day it was given; two keys never share one. `first` at least. */
  next(sequence: string, key: DeliveryKey, first?: number): Promise<GivenNumber>;
  /** The number of this key, if it was given one. */
  find(sequence: string, key: DeliveryKey): Promise<GivenNumber | undefined>;
  /** Keeps a word beside a number that was given, such as the other system's identifier. */
  note(sequence: string, key: DeliveryKey, note: string): Promise<void>;
  /** Those that follow this number, in order. */
  after(sequence: string, number: number, limit: number): Promise<readonly GivenNumber[]>;
}

/** Messages in the order in which they came; each stays readable after it was read. */
export interface ConnectionInbox {
  after(place: number, limit: number): Promise<readonly ReceivedMessage[]>;
}

export interface ReceivedMessage {
  /** Grows from message to message of one connection. */
  readonly place: number;
  readonly receivedAt: Date;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
