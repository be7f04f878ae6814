import type { Bilingual } from '@parvis/domain/display/language';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { ReceivedStatus, RefusalCode, StatusCursor } from './accounting-connector.js';

/** An entity's link to its accounting system. */
export interface AccountingConnection {
  readonly id: string;
  readonly recipientId: string;
  /** Which connector: `tryton`, `simulator`… */
  readonly system: string;
  /** As shown to people: « Tryton du CHU ». */
  readonly name: string;
  /** Which of the entity's systems it is: only a label for people. */
  readonly environment: ConnectionEnvironment;
  /**
   * Whether it takes part in the life of invoices: each is delivered when its time comes, and what happens there moves it.
   * Otherwise only what a person sends goes out, and what comes back is shown and moves nothing.
   */
  readonly live: boolean;
  /**
   * False while it is paused, by a person or because the system refused our account: nothing goes out, nothing is read,
   * everything waits.
   */
  readonly active: boolean;
  /** Present while it is paused. */
  readonly pausedAt?: Date;
  readonly deliverWhen: 'madeAvailable' | 'serviceConfirmed';
  /**
   * A bill that is cancelled there before it was booked refuses its invoice, with the reason given there. Otherwise a
   * person decides: a refusal starts a new legal period.
   */
  readonly refuseWhenCancelled: boolean;
  readonly createdAt: Date;
  /** Address, journal, account rules…, checked by the connector's own reader. Secrets inside are encrypted at rest. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly cursor: StatusCursor | null;
  readonly lastPulledAt?: Date;
  readonly lastProblem?: Bilingual;
}

export const connectionEnvironments = ['simulator', 'test', 'production'] as const;

export type ConnectionEnvironment = (typeof connectionEnvironments)[number];

export interface ConnectionStore {
  add(connection: AccountingConnection): Promise<void>;
  /** Everything but its cursor, and what was noted while it was read. */
  change(connection: AccountingConnection): Promise<void>;
  /** False where anything was ever delivered over it: it is then paused instead. */
  remove(recipientId: string, connectionId: string): Promise<boolean>;
  /** By its identifier alone, for callers who know no entity; used in the platform's name. */
  findById(connectionId: string): Promise<AccountingConnection | undefined>;
  find(recipientId: string, connectionId: string): Promise<AccountingConnection | undefined>;
  ofRecipient(recipientId: string): Promise<AccountingConnection[]>;
  /** Every active one, for the schedule that pulls. */
  allActive(): Promise<AccountingConnection[]>;
  /** Moves the cursor, in the unit of work that stores its page. */
  moveCursor(recipientId: string, connectionId: string, cursor: StatusCursor, at: Date): Promise<void>;
  /** Its news are read from the beginning again. */
  forgetCursor(recipientId: string, connectionId: string): Promise<void>;
  /** Pauses it and notes why, whatever else changes meanwhile; false where it was paused already. */
  stop(recipientId: string, connectionId: string, problem: Bilingual, at: Date): Promise<boolean>;
  /** Undefined clears it. */
  noteProblem(
    recipientId: string,
    connectionId: string,
    problem: Bilingual | undefined,
    at: Date,
  ): Promise<void>;
}

/** `needsAttention`: it or something like it stands in the books otherwise than it should. `refused`: the system said no. */
export const deliveryStates = [
  'waiting',
  'sending',
  'delivered',
  'needsAttention',
  'refused',
  'parked',
] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/** What was sent of one invoice over one connection, and what came of it. */
export interface Delivery {
  readonly ref: InvoiceRef;
  readonly connectionId: string;
  readonly revision: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly lastAttemptAt?: Date;
  readonly nextAttemptAt?: Date;
  readonly deliveredAt?: Date;
  readonly remoteId?: string;
  readonly remoteNumber?: string;
  /** The accounting system's own word for where the bill stands. */
  readonly remoteStatus?: string;
  readonly problemCode?: RefusalCode | 'unavailable';
  /** In words for a person. */
  readonly problem?: Bilingual;
}

/** Those in one of these states, of `waiting` only those that wait for their next try; or what was delivered. */
export type DeliveriesToReopen =
  | { readonly states: readonly StuckState[] }
  | {
      /** Delivered at or after. */
      readonly deliveredFrom: Date;
      /** Last tried before: what is being replayed meanwhile is not replayed again. */
      readonly triedBefore: Date;
    };

/** States out of which a person may send again. */
export const stuckStates = ['needsAttention', 'refused', 'parked', 'waiting'] as const;

export type StuckState = (typeof stuckStates)[number];

/** What began, ended or failed in one hour. */
export interface DeliveryHour {
  /** The beginning of the hour. */
  readonly hour: Date;
  readonly delivered: number;
  /** Tried last in this hour, and set aside for a person since. */
  readonly failed: number;
  /** Due since this hour, and not delivered yet. */
  readonly waiting: number;
  /** From due to delivered, of those delivered in this hour; undefined where there are none. */
  readonly medianSeconds?: number;
  readonly p95Seconds?: number;
}

/** Whoever changes a delivery first takes its invoice with `findForChange`: one change at a time. */
export interface DeliveryLedger {
  /** Undefined when this delivery (invoice, connection and revision) exists already. */
  open(delivery: Delivery): Promise<Delivery | undefined>;
  /** The one of the highest revision. */
  find(ref: InvoiceRef, connectionId: string): Promise<Delivery | undefined>;
  /** Replaces the row of this revision. A state other than `sending` releases the lease. */
  save(delivery: Delivery): Promise<void>;
  /** Every revision, oldest first. */
  ofInvoice(ref: InvoiceRef): Promise<Delivery[]>;
  /** The same for many at once, in the order of `refs`. */
  ofEachInvoice(refs: readonly InvoiceRef[]): Promise<Delivery[][]>;
  /** The highest revision that bears this identifier there. */
  findByRemoteId(recipientId: string, connectionId: string, remoteId: string): Promise<Delivery | undefined>;
  /** Newest first; over one connection only when `connectionId` is given. */
  list(
    recipientId: string,
    filter: {
      readonly connectionId?: string;
      readonly states?: readonly DeliveryState[];
      /** Part of the invoice's number, its supplier's name or its engagement number; capitals do not matter. */
      readonly text?: string;
      /** Only of invoices for these services. */
      readonly services?: readonly string[];
      readonly limit: number;
      readonly after?: string;
    },
  ): Promise<{
    readonly deliveries: readonly Delivery[];
    readonly next: string | undefined;
    /** For each delivery: pass it to get what follows. */
    readonly cursors: readonly string[];
  }>;
  /** Of every delivery that waits for a connection or was last seen being sent over it, oldest first. */
  refsUnderWay(recipientId: string, connectionId: string): Promise<InvoiceRef[]>;
  /**
   * Has deliveries waiting again with a fresh count of attempts, their problems forgotten, and answers which: of each
   * invoice the highest revision only, oldest first, `limit` at most. Takes the invoices itself.
   */
  reopen(
    recipientId: string,
    connectionId: string,
    which: DeliveriesToReopen,
    limit: number,
  ): Promise<InvoiceRef[]>;
  /**
   * Of every entity, over connections that are not paused: what waits or was being sent, and should have been tried, or
   * last was, before this moment; the longest overdue first. Used in the platform's name.
   */
  overdue(
    before: Date,
    limit: number,
  ): Promise<{ readonly ref: InvoiceRef; readonly connectionId: string }[]>;
  /** What happened over a connection since `from`, hour by hour; hours without anything are left out. */
  perHour(recipientId: string, connectionId: string, from: Date): Promise<DeliveryHour[]>;
  countByState(
    recipientId: string,
    connectionId?: string,
  ): Promise<readonly { readonly state: DeliveryState; readonly count: number }[]>;
  /**
   * Only one process at a time delivers this invoice over this connection: false while another holds the lease. It lasts
   * until `save` releases it or until it expires (`until` is not after `now`).
   */
  lease(ref: InvoiceRef, connectionId: string, until: Date, now: Date): Promise<boolean>;
  /** False when this very state of this bill was applied before. */
  markApplied(applied: AppliedStatus): Promise<boolean>;
}

export interface AppliedStatus {
  readonly recipientId: string;
  readonly connectionId: string;
  /** Tells one state of one bill from every other: a hash of what was received. */
  readonly fingerprint: string;
  readonly status: ReceivedStatus;
  readonly appliedAt: Date;
}
