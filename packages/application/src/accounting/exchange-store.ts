/** One question to an accounting system and what came back, without secrets, as a person may read it. */
export interface KeptExchange {
  readonly recipientId: string;
  readonly connectionId: string;
  /** The invoice it was about; undefined for a reading of statuses or a check. */
  readonly invoiceId?: string;
  /** The key of the delivery it belongs to. */
  readonly key?: string;
  readonly at: Date;
  readonly what: string;
  readonly question: ExchangedText;
  readonly answer?: ExchangedText & { readonly status: number };
  /** Why nothing came back: `ECONNREFUSED`, `timeout`… */
  readonly failure?: string;
  readonly milliseconds: number;
}

export interface ExchangedText {
  /** `POST https://…`; empty for an answer. */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Cut at 16,384 characters, with a note of how much is missing. */
  readonly body: string;
}

export interface ExchangePage {
  readonly exchanges: readonly KeptExchange[];
  readonly next: string | undefined;
  /** For each exchange: pass it to get what follows. */
  readonly cursors: readonly string[];
}

export interface ExchangeStore {
  add(exchanges: readonly KeptExchange[]): Promise<void>;
  /** Newest first; about one invoice, or with null about none. Throws a RangeError for a cursor that no page gave. */
  list(
    recipientId: string,
    connectionId: string,
    filter: { readonly invoiceId: string | null; readonly limit: number; readonly after?: string },
  ): Promise<ExchangePage>;
  /** How many were forgotten; references to them stand nowhere else. */
  forgetBefore(at: Date): Promise<number>;
}

/** What accounting systems have sent to us by themselves, kept until it has been read and a while longer. */
export interface InboxStore {
  /** False when the very same bytes came before over this connection: nothing is added. */
  add(message: NewInboxMessage): Promise<boolean>;
  /** How much of the last `most` messages over this connection came at this moment or later. */
  takenSince(recipientId: string, connectionId: string, since: Date, most: number): Promise<TakenIn>;
  /**
   * Forgets what came before, over connections that are read; the newest of each stays, for the places that follow.
   * How many were forgotten.
   */
  forgetBefore(at: Date): Promise<number>;
  after(
    recipientId: string,
    connectionId: string,
    place: number,
    limit: number,
  ): Promise<readonly InboxMessage[]>;
}

/** How much came over a connection. */
export interface TakenIn {
  readonly messages: number;
  readonly bytes: number;
}

export interface NewInboxMessage {
  readonly recipientId: string;
  readonly connectionId: string;
  readonly receivedAt: Date;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface InboxMessage extends NewInboxMessage {
  readonly place: number;
}
