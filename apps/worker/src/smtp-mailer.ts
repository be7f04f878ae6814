import { type Mailer, MailRefused } from '@parvis/application/mail/send-mail';
import { createTransport } from 'nodemailer';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  readonly url: string;
  /** As people see it: `Parvis <ne-pas-repondre@factures.exemple.fr>`. */
  readonly from: string;
  /** Messages a second at most. */
  readonly perSecond?: number;
}

export interface SmtpMailer extends Mailer {
  close(): void;
}

const SECOND = 1000;

/** Hands messages to a mail server, a few at a time, so that ten thousand notices do not look like an attack. */
export const smtpMailer = ({ url, from, perSecond = 5 }: SmtpOptions): SmtpMailer => {
  const transport = createTransport({
    pool: true,
    url,
    maxConnections: 2,
    rateDelta: SECOND,
    rateLimit: perSecond,
    connectionTimeout: 20 * SECOND,
    greetingTimeout: 20 * SECOND,
    socketTimeout: 60 * SECOND,
    // Messages are text of ours: nothing is ever read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const sender = addressIn(from);
  return {
    send: async ({ mailId, to, subject, body }) => {
      if (!oneAddress.test(to)) throw new MailRefused('the address cannot be used');
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          envelope: { from: sender, to: [to] },
          subject: oneLine(subject),
          text: body,
          // The same for each try, so that a message sent twice is recognised as one.
          messageId: `<${mailId}@${domainOf(sender)}>`,
          // No answering machine replies to it (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (failure) {
        throw withoutAddresses(failure);
      }
    },
    close: () => transport.close(),
  };
};

/** Nothing that would make it two addresses or a header. */
const oneAddress = /^[^\s<>,;:"()[\]\\]+@[^\s<>,;:"()[\]\\@]+$/;

/** What follows a line break in a header would be another header. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Servers repeat addresses in their answers, and errors end in logs: only codes are kept. */
const withoutAddresses = (failure: unknown): Error => {
  const { responseCode, command, code } = readFailure(failure);
  const answer = responseCode === undefined ? code : `${responseCode} to ${command}`;
  const text = `the mail server answered ${answer}`;
  // 5xx to the recipient or to the message itself: no later try will fare better (RFC 5321, 4.2.1).
  const forGood = responseCode !== undefined && responseCode >= 500 && /^(RCPT TO|DATA)/.test(command);
  return forGood ? new MailRefused(text) : new Error(text);
};

const readFailure = (failure: unknown): { responseCode?: number; command: string; code: string } => {
  const read = typeof failure === 'object' && failure !== null ? failure : {};
  const said = (key: string): unknown => Reflect.get(read, key);
  const responseCode = said('responseCode');
  return {
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
    command: String(said('command') ?? 'a command'),
    code: String(said('code') ?? 'nothing'),
  };
};
