import type { AccountingConnector, DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { Clock, MarkPoint } from '@parvis/application/ports/platform';
import type { ConnectorKind, StatusWord } from '../connector-kind.js';
import type { ConnectorTools } from '../connector-tools.js';
import type { Trouble } from './trouble.js';

/** What the contract suite needs to know of one system, and to do in it. */
export interface ConnectorHarness {
  /** A connector to the real system, with an account that may do what a connector does. */
  open(options?: OpenOptions): AccountingConnector;
  /** Nothing is where this one is told to go: no server, no folder. */
  openToNowhere(): AccountingConnector;
  /** With the feature `credentials`. */
  openWithWrongCredentials?(): AccountingConnector;
  /** What goes wrong for connectors opened with `troubled`. */
  readonly trouble: Trouble;
  /** Longer than any honest answer takes here: the timeout of a connector whose answer is kept back. */
  readonly patienceMs: number;
  /** What stands in news for the state of a posted bill, and the same with a word nobody knows. */
  readonly unknownWord?: { readonly known: RegExp; readonly unknown: string };
  /** Of the connector's kind: every word told must be explained there. */
  readonly statusWords: readonly StatusWord[];
  /** What a person who sets a connection up would type: with the feature `setUp`. */
  readonly setUp?: HarnessSetUp;
  /** The books as an accountant sees them. */
  readonly books: Books;
  readonly accountant: Accountant;
  /** A day on which the system takes no bill: with the feature `closedPeriods`. */
  readonly closedDay?: string;
  stop(): Promise<void>;
}

export interface HarnessSetUp {
  readonly kind: Pick<ConnectorKind<unknown>, 'steps' | 'parseSettings'>;
  /** Settings that lead to the real system, secrets among the others. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly tools: ConnectorTools;
}

export interface Books {
  billsUnder(key: DeliveryKey): Promise<readonly SeenBill[]>;
  /** With the feature `suppliers`. */
  suppliersWith?(siret: string): Promise<number>;
  /** Types a bill in by hand: with the feature `typedInByHand`. */
  typeIn?(bill: {
    readonly siret: string;
    readonly supplierName: string;
    readonly reference: string;
  }): Promise<void>;
}

/** What people do to bills there; each act with the feature that it belongs to. */
export interface Accountant {
  post?(billId: string): Promise<void>;
  pay?(billId: string): Promise<void>;
  cancel?(billId: string, reason: string): Promise<void>;
  returnPayment?(billId: string, reason: string): Promise<void>;
  /** Places an order, and returns its number: with the feature `engagements`. */
  placeOrder?(order: { readonly siret: string; readonly supplierName: string }): Promise<string>;
}

export interface OpenOptions {
  readonly mark?: MarkPoint;
  readonly now?: Clock;
  /** Goes through the harness's trouble instead of straight there. */
  readonly troubled?: boolean;
  readonly timeoutMs?: number;
  /** How many bills one page of statuses tells of. */
  readonly pageSize?: number;
}

export interface SeenBill {
  readonly id: string;
  readonly reference: string;
  readonly supplierSiret: string;
  /** As far as the feature `amounts` goes; credit notes below zero: `-120.00`. */
  readonly net?: string;
  readonly vat?: string;
  readonly gross?: string;
  readonly lines?: number;
  /** SHA-256 of each file. */
  readonly files: readonly string[];
}

/** An act that the features promise; a harness that cannot play it is at fault, not the connector. */
export const played = <Act>(act: Act | undefined, name: string): Act => {
  if (act === undefined) throw new Error(`the harness has no "${name}", which its features promise`);
  return act;
};
