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
  /** Undefined when unknown or sent already. */
  findWaiting(mailId: string): Promise<OutgoingMail | undefined>;
  markSent(mailId: string, at: Date): Promise<void>;
}
