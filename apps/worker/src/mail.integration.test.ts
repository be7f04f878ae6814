import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { postMail } from '@parvis/application/mail/post-mail';
import { newId } from '@parvis/persistence/new-id';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { createTestDatabase } from '@parvis/persistence/testing/test-database';
import { secretKey } from '@parvis/persistence/testing/test-secret';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { startComposedWorker } from './composition.js';
import { readConfig } from './config.js';
import { makeLog } from './log.js';

it('a message leaves once the change that causes it is committed, and its text is forgotten; logs name nobody', async () => {
  const received = Promise.withResolvers<string>();
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith('full')
          ? Object.assign(new Error(`<${address}> full`), { responseCode: 452 })
          : null,
      ),
    onData: (stream, _session, done) => {
      void text(stream).then((raw) => {
        received.resolve(raw);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-worker-'));
  const persistence = await openPersistence({ url: database.url, secretKey });
  const lines: string[] = [];
  const failed = Promise.withResolvers<void>();
  const note = (line: string): void => {
    lines.push(line);
    if (line.includes('a job failed')) failed.resolve();
  };
  const worker = await startComposedWorker(
    readConfig({
      DATABASE_URL: database.url,
      PARVIS_DATA_DIRECTORY: folder,
      PARVIS_SECRET_KEY: secretKey,
      PARVIS_SMTP_URL: `smtp://127.0.0.1:${port}`,
      PARVIS_MAIL_FROM: 'Parvis <parvis@exemple.invalid>',
    }),
    makeLog('trace', { write: note }),
  );

  const mail = { subject: 'Votre code', body: 'Votre code : 123 456' };
  await persistence.work.run(async (stores) => {
    await postMail(stores, newId, { to: 'alice@exemple.invalid', ...mail });
    await postMail(stores, newId, { to: 'full@exemple.invalid', ...mail });
  });

  expect((await PostalMime.parse(await received.promise)).to).toMatchObject([
    { address: 'alice@exemple.invalid' },
  ]);
  await failed.promise;
  await worker.stop();
  const rows: unknown[] = await persistence.dataSource.query(
    'SELECT recipient, body, sent_at IS NOT NULL AS sent FROM outgoing_mail ORDER BY recipient',
  );
  expect(rows).toEqual([
    { recipient: 'alice@exemple.invalid', body: '', sent: true },
    { recipient: 'full@exemple.invalid', body: mail.body, sent: false },
  ]);
  expect(lines.join('')).toContain('the mail server answered 452 to RCPT TO');
  expect(lines.join('')).not.toMatch(/(alice|full)@|123 456/);
  await persistence.close();
  await database.close();
  await new Promise<void>((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});
