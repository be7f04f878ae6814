import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Session } from '@parvis/application/people/sessions/session';
import { alice, cast, uuid } from '@parvis/application/testing/cast';
import { depositEvent, storedInvoice } from '@parvis/application/testing/sample-invoices';
import { listenToInvoiceChanges } from '@parvis/persistence/listen-to-invoice-changes';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { createTestDatabase } from '@parvis/persistence/testing/test-database';
import { secretKey } from '@parvis/persistence/testing/test-secret';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startComposedWorker } from './composition.js';
import { readConfig } from './config.js';

it('brings a deposited invoice to its recipient, clears what has expired, and stops when told to', async () => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-worker-'));
  const { work, referenceData, close } = await openPersistence({ url: database.url, secretKey });
  for (const supplier of cast.suppliers ?? []) await referenceData.saveSupplier(supplier);
  for (const recipient of cast.recipients ?? []) await referenceData.saveRecipient(recipient);
  for (const person of cast.people ?? []) await referenceData.savePerson(person);

  const over: Session = {
    tokenHash: 'a'.repeat(64),
    sessionId: uuid(1),
    userId: alice.userId,
    createdAt: new Date(0),
    expiresAt: new Date(1),
    lastSeenAt: new Date(0),
    provedAt: new Date(0),
    means: 'password',
    device: {},
  };
  await work.run(({ sessions }) => sessions.add(over));

  const routed = Promise.withResolvers<number>();
  const listener = await listenToInvoiceChanges({
    url: database.url,
    onChange: ({ sequence }) => sequence === 2 && routed.resolve(sequence),
  });
  const worker = await startComposedWorker(
    readConfig({
      DATABASE_URL: database.url,
      PARVIS_DATA_DIRECTORY: folder,
      PARVIS_SECRET_KEY: secretKey,
    }),
    pino({ level: 'silent' }),
  );
  const { lastEventHash: _, ...invoice } = storedInvoice(1);
  await work.run(async ({ invoices, jobs }) => {
    await invoices.add({ ...invoice, lastEventHash: depositEvent.hash }, depositEvent, []);
    await jobs.add({ kind: 'routeInvoice', ref: invoice.ref });
  });
  await routed.promise;
  expect(await work.run(({ invoices }) => invoices.find(invoice.ref))).toMatchObject({
    status: 'madeAvailable',
  });

  await worker.stop();
  expect(await work.run(({ sessions }) => sessions.find(over.tokenHash))).toBeUndefined();
  await listener.close();
  await close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
