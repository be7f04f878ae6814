import type { AccountingConnector, DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { MarkPoint } from '@parvis/application/ports/platform';
import type { FaultyProxy } from './faulty-proxy.js';

/** What the contract suite needs to know of one accounting system, and to do in it. */
export interface ConnectorHarness {
  /** A connector to the real system, with an account that may do what a connector does. */
  open(options?: OpenOptions): AccountingConnector;
  openWithWrongCredentials(): AccountingConnector;
  /** Nothing listens where this one is told to go. */
  openToNowhere(): AccountingConnector;
  /** Longer than any honest answer takes here: the timeout of a connector whose answer is kept back. */
  readonly patienceMs: number;
  /** Where the real system is, for a proxy in front of it: `http://host:port`. */
  readonly origin: string;
  /** Whether a passing question creates a bill. */
  createsBill(question: { readonly method: string; readonly path: string; readonly body: string }): boolean;
  /** Whether a passing question asks for news. */
  asksForNews(question: { readonly method: string; readonly path: string; readonly body: string }): boolean;
  /** What stands in an answer for the state of a posted bill, and the same with a word nobody knows. */
  readonly unknownWord: { readonly known: RegExp; readonly unknown: string };
  /** The books as an accountant sees them. */
  readonly books: {
    billsUnder(key: DeliveryKey): Promise<readonly SeenBill[]>;
    suppliersWith(siret: string): Promise<number>;
    /** Types a bill in by hand. */
    typeIn(bill: {
      readonly siret: string;
      readonly supplierName: string;
      readonly reference: string;
    }): Promise<void>;
  };
  readonly accountant: {
    post(billId: string): Promise<void>;
    pay(billId: string): Promise<void>;
    cancel(billId: string, reason: string): Promise<void>;
    returnPayment(billId: string, reason: string): Promise<void>;
  };
  stop(): Promise<void>;
}

export interface OpenOptions {
  readonly mark?: MarkPoint;
  /** Goes through this proxy instead of straight there. */
  readonly through?: FaultyProxy;
  readonly timeoutMs?: number;
  /** How many bills one page of statuses tells of. */
  readonly pageSize?: number;
}

export interface SeenBill {
  readonly id: string;
  readonly reference: string;
  readonly supplierSiret: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly lines: number;
  /** SHA-256 of each file. */
  readonly files: readonly string[];
}
