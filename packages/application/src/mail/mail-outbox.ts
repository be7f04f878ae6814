/** A message to one person, in plain text and in their language. */
export interface OutgoingMail {
  readonly mailId: string;
  /** E-mail address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text; addresses of pages stand on lines of their own. */
  readonly body: string;
}

/** What waits to be sent: written with the change that causes it, together with the job that sends it. */
export interface MailOutbox {
  add(mail: OutgoingMail): Promise<void>;
  /** Undefined when unknown, sent already or refused for good. */
  findWaiting(mailId: string): Promise<OutgoingMail | undefined>;
  /** The text is forgotten: it may hold a code or a link that opens an account. */
  markSent(mailId: string, at: Date): Promise<void>;
  /** No server will ever take it; the reason names no address. */
  markRefused(mailId: string, reason: string): Promise<void>;
  /** Those that wait, newest first: where no mail server is configured, a page shows them. */
  newestWaiting(limit: number): Promise<readonly WaitingMail[]>;
  /** Of every state, written before the moment; answers how many. */
  removeBefore(moment: Date): Promise<number>;
}

export interface WaitingMail extends OutgoingMail {
  readonly createdAt: Date;
}
