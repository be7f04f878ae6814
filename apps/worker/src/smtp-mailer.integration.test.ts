import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { MailRefused } from '@parvis/application/mail/send-mail';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SmtpMailer, smtpMailer } from './smtp-mailer.js';

interface Received {
  readonly raw: string;
  readonly recipients: readonly string[];
}

const mail = {
  mailId: '01900000-0000-7000-8000-00000000abcd',
  to: 'alice@exemple.invalid',
  subject: 'Votre code : 123 456 – « Énergie »',
  body: 'Bonjour Alice,\n\nhttps://factures.exemple.invalid/fournisseur/inscription/confirmer?t=abc\n.\n',
};

/** A mail server of our own that knows no address beginning with `nobody`, and is full for `full`. */
describe('a message handed to a mail server', () => {
  const received: Received[] = [];
  let server: SMTPServer;
  let mailer: SmtpMailer;

  beforeEach(async () => {
    received.length = 0;
    server = new SMTPServer({
      logger: false,
      authOptional: true,
      hideSTARTTLS: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = address.startsWith('nobody') ? 550 : address.startsWith('full') ? 452 : 0;
        done(responseCode ? Object.assign(new Error(`<${address}> not now`), { responseCode }) : null);
      },
      onData: (stream, { envelope }, done) => {
        void text(stream).then((raw) => {
          received.push({ raw, recipients: envelope.rcptTo.map(({ address }) => address) });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    mailer = smtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Parvis <ne-pas-repondre@factures.exemple.invalid>',
    });
  });
  afterEach(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('arrives as plain text with the headers of an automatic message', async () => {
    await mailer.send(mail);
    const [{ raw = '', recipients } = { recipients: [] }] = received;
    const read = await PostalMime.parse(raw);
    expect(recipients).toEqual([mail.to]);
    expect(read.from).toMatchObject({ name: 'Parvis', address: 'ne-pas-repondre@factures.exemple.invalid' });
    expect(read.to).toMatchObject([{ address: mail.to }]);
    expect(read.subject).toBe(mail.subject);
    expect(read.text?.trimEnd()).toBe(mail.body.trimEnd());
    expect(read.html).toBeUndefined();
    expect(Number.isNaN(Date.parse(read.date ?? ''))).toBe(false);
    expect(read.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('bears the same Message-ID at each sending', async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    const ids = await Promise.all(received.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId));
    expect(ids).toEqual([
      `<${mail.mailId}@factures.exemple.invalid>`,
      `<${mail.mailId}@factures.exemple.invalid>`,
    ]);
  });

  it('lets nothing typed become a header or another recipient', async () => {
    await mailer.send({
      ...mail,
      subject: 'Bonjour\r\nBcc: eve@exemple.invalid\r\n\r\nAutre texte',
    });
    const [{ raw = '', recipients } = { recipients: [] }] = received;
    const read = await PostalMime.parse(raw);
    expect(recipients).toEqual([mail.to]);
    expect(read.bcc).toBeUndefined();
    expect(read.subject).toBe('Bonjour Bcc: eve@exemple.invalid Autre texte');
    await expect(
      mailer.send({ ...mail, to: 'alice@exemple.invalid>, <eve@exemple.invalid' }),
    ).rejects.toThrow(MailRefused);
    expect(received.flatMap(({ recipients: all }) => all)).not.toContain('eve@exemple.invalid');
  });

  it('is refused for good for an unknown address, and to be tried again when the box is full', async () => {
    const unknown = await mailer.send({ ...mail, to: 'nobody@exemple.invalid' }).catch((error) => error);
    expect(unknown).toBeInstanceOf(MailRefused);
    const full = await mailer.send({ ...mail, to: 'full@exemple.invalid' }).catch((error) => error);
    expect(full).toBeInstanceOf(Error);
    expect(full).not.toBeInstanceOf(MailRefused);
    // What is said of it may be logged: the server's answer repeats the address.
    for (const { message } of [unknown, full]) {
      expect(message).toMatch(/^the mail server answered (550|452) to RCPT TO$/);
    }
  });

  it('waits when no server answers', async () => {
    const { port } = server.server.address() as AddressInfo;
    await new Promise<void>((resolve) => server.close(resolve));
    const alone = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'parvis@exemple.invalid' });
    const failure = await alone.send(mail).catch((error) => error);
    alone.close();
    expect(failure).not.toBeInstanceOf(MailRefused);
    expect(failure.message).not.toContain('@');
  });
});
