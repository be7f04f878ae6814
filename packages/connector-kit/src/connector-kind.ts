import type {
  AccountingConnector,
  CheckPoint,
  DeliveryKey,
} from '@parvis/application/accounting/accounting-connector';
import type { GivenNumber } from '@parvis/application/accounting/connection-number-store';
import type { Clock, MarkPoint } from '@parvis/application/ports/platform';
import type { Bilingual } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import type { RecordExchange } from './exchange.js';
import type { Gate } from './pace.js';
import type { SetUpStep } from './set-up.js';

/** One kind of accounting system that Parvis can speak to. The worker and the gateway hold a list of them. */
export interface ConnectorKind<Settings> {
  /** The word an `AccountingConnection` names it by. */
  readonly system: string;
  /** As shown to people. */
  readonly label: string;
  /** One sentence: for whom it is, what passes and which way. */
  readonly description: Bilingual;
  readonly capabilities: ConnectorCapabilities;
  /** How a person sets it up, step by step: the pages draw their forms from it. */
  readonly steps: readonly SetUpStep[];
  /** The system's own words for where a bill stands, and what each does to our invoice; shown to the entity. */
  readonly statusWords: readonly StatusWord[];
  /** How fast it may be asked, over one connection. */
  readonly pace?: Pace;
  /** Reads the settings of a connection; refuses what it does not understand, and never guesses. */
  parseSettings(raw: unknown): Result<Settings, readonly SettingsFault[]>;
  open(settings: Settings, tools: ConnectorTools): AccountingConnector;
  /**
   * For systems that send us something by themselves. Proves who sent it and that it may be kept; `inbox` then hands it
   * to `statusesAfter`.
   */
  receive?(settings: Settings, message: PostedMessage, now: Date): Result<void, PostRefusal>;
}

export interface ConnectorCapabilities {
  readonly attachments: boolean;
  /** Tells why a bill was turned down. */
  readonly reasons: boolean;
  /** Shows the steps between « mandatée » and « mise en paiement ». */
  readonly paymentSteps: boolean;
  /** The system itself refuses a second bill under one key. */
  readonly uniqueInTarget: boolean;
}

export interface StatusWord {
  readonly word: string;
  readonly meaning: Bilingual;
}

export interface Pace {
  /** Questions a second, in the long run. */
  readonly perSecond: number;
  /** Questions under way at the same time. */
  readonly atOnce: number;
}

/** One field of a connection's settings that cannot be used. */
export interface SettingsFault {
  /** `url`, `accounts.0.code`… */
  readonly field: string;
  readonly code: 'missing' | 'unknown' | 'malformed';
  readonly message: Bilingual;
}

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

/** A message at our door, as HTTP brought it. */
export interface PostedMessage {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface PostRefusal {
  readonly code: 'not-signed' | 'signature-wrong' | 'too-old' | 'not-understood';
  readonly message: Bilingual;
}

/** What a look at the system found so far, while a person sets the connection up. */
export interface StepFindings {
  readonly points: readonly CheckPoint[];
  /** What the system offers for a field, such as its journals and accounts: to be chosen instead of typed. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
