import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import type { Clock, MarkPoint } from '@parvis/application/ports/platform';
import type { Result } from '@parvis/domain/result/result';
import type { RecordExchange } from './exchange.js';

/** One kind of accounting system that Parvis can speak to. The worker and the gateway hold a list of them. */
export interface ConnectorKind<Settings> {
  /** The word an `AccountingConnection` names it by. */
  readonly system: string;
  /** As shown to people. */
  readonly label: string;
  readonly capabilities: ConnectorCapabilities;
  /** Reads the settings of a connection; refuses what it does not understand, and never guesses. */
  parseSettings(raw: unknown): Result<Settings, readonly SettingsFault[]>;
  open(settings: Settings, tools: ConnectorTools): AccountingConnector;
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

/** One field of a connection's settings that cannot be used. */
export interface SettingsFault {
  /** `url`, `accounts.0.code`… */
  readonly field: string;
  readonly code: 'missing' | 'unknown' | 'malformed';
  readonly message: { readonly fr: string; readonly en: string };
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
}
