import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { OutgoingMail } from './mail-outbox.js';

/** The road out: throws when the message was not taken over, and is then asked again later. */
export interface Mailer {
  /** @throws MailRefused when trying again would be of no use. */
  send(mail: OutgoingMail): Promise<void>;
}

/** The mail server will never take this message: the address does not exist, for instance. */
export class MailRefused extends Error {}

export interface SendMailPorts {
  readonly work: Work;
  /** Undefined where no mail server is configured: messages then wait. */
  readonly mailer: Mailer | undefined;
  readonly now: Clock;
}

export type SendMail = (mailId: string) => Promise<void>;

/** Sends what waits, outside of any unit of work; a message whose sending could not be noted is sent again. */
export const makeSendMail =
  ({ work, mailer, now }: SendMailPorts): SendMail =>
  async (mailId) => {
    const waiting = mailer && (await work.run(({ mail }) => mail.findWaiting(mailId)));
    if (!waiting) return;
    try {
      await mailer.send(waiting);
    } catch (failure) {
      if (!(failure instanceof MailRefused)) throw failure;
      return work.run(({ mail }) => mail.markRefused(mailId, failure.message));
    }
    await work.run(({ mail }) => mail.markSent(mailId, now()));
  };
