import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { OutgoingMail } from './mail-outbox.js';

/** The road out: throws when the message was not taken over, and is then asked again later. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
}

export interface SendMailPorts {
  readonly work: Work;
  readonly mailer: Mailer;
  readonly now: Clock;
}

export type SendMail = (mailId: string) => Promise<void>;

/** Sends what waits, outside of any unit of work; a message whose sending could not be noted is sent again. */
export const makeSendMail =
  ({ work, mailer, now }: SendMailPorts): SendMail =>
  async (mailId) => {
    const waiting = await work.run(({ mail }) => mail.findWaiting(mailId));
    if (!waiting) return;
    await mailer.send(waiting);
    await work.run(({ mail }) => mail.markSent(mailId, now()));
  };
