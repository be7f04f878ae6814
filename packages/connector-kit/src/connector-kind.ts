import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import type { Bilingual } from '@parvis/domain/display/language';
import type { Result } from '@parvis/domain/result/result';
import type { ConnectorTools } from './connector-tools.js';
import type { Pace } from './pace.js';
import type { SetUpStep } from './set-up.js';
import type { SettingsFault } from './settings-fault.js';

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
