import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { Discrepancy, Reconciliation } from '@parvis/application/accounting/reconciliation-store';
import { makeStartReconciliation } from '@parvis/application/accounting/start-reconciliation';
import { claire, hospitalBooks, stationer } from '@parvis/application/testing/cast';
import { depositEvent, storedInvoice } from '@parvis/application/testing/sample-invoices';
import { makeOpenConnector } from '@parvis/connector-kit/open-connection';
import { shippedKinds } from '@parvis/connectors/shipped-kinds';
import { newId } from '@parvis/persistence/new-id';
import { openSampleWorld, type TestWorld } from '@parvis/persistence/testing/sample-world';
import { secretKey } from '@parvis/persistence/testing/test-secret';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startComposedWorker } from './composition.js';
import { readConfig } from './config.js';
import { type SeededInvoice, seededCounts, seededRandom, seedSides } from './testing/seeded-sides.js';

const TOKEN = 'jeton-des-tests';
const SEED = 20_261_121;
const main = fileURLToPath(new URL('../../accounting-simulator/dist/main.js', import.meta.url));
const { recipientId, id: connectionId } = hospitalBooks;

let world: TestWorld;
let simulator: ChildProcess;
let url: string;
let folder: string;

beforeAll(async () => {
  world = await openSampleWorld();
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-reconcile-'));
  simulator = spawn(process.execPath, [main], {
    env: { ...process.env, SIMULATOR_PORT: '0', SIMULATOR_DATA: ':memory:', SIMULATOR_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await addressOf(simulator);
});
afterAll(async () => {
  simulator.kill();
  await world.close();
  await rm(folder, { recursive: true });
});

const addressOf = async ({ stdout }: ChildProcess): Promise<string> => {
  if (!stdout) throw new Error('the simulator has no voice');
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line).url;
  throw new Error('the simulator said nothing');
};

const post = async (where: string, body: object): Promise<{ readonly id: number }> => {
  const response = await fetch(`${url}api/${where}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { readonly id: number };
};

/** Puts the bills of one invoice into the simulator's books. */
const bringThere = async ({ what, invoiceId, number, isCreditNote, there }: SeededInvoice): Promise<void> => {
  for (const amount of there) {
    const { id } = await post('bills', {
      key: deliveryKey(invoiceId, 1),
      kind: isCreditNote ? 'credit-note' : 'invoice',
      supplier: { siret: stationer.siret, name: stationer.name },
      reference: number,
      issueDate: '2026-03-02',
      currency: 'EUR',
      lines: [{ label: 'Ramettes', quantity: '1', unitPrice: amount, net: amount }],
      vat: [],
    });
    if (what === 'cancelledThere' || what === 'endedOnBothSides')
      await post(`bills/${id}/acts`, { act: 'cancel', reason: 'Doublon' });
  }
};

const inTurns = async <Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> => {
  const left = [...items];
  const one = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await act(item);
  };
  await Promise.all(Array.from({ length: 20 }, one));
};

/** Our side: a row each, made from one that the stores have written. */
const bringHere = async (invoices: readonly SeededInvoice[]): Promise<void> => {
  const sample = storedInvoice(1);
  await world.work.run(async (stores) => {
    await stores.invoices.add(sample, depositEvent, []);
    await stores.deliveries.open({
      ref: sample.ref,
      connectionId,
      revision: 1,
      state: 'delivered',
      attempts: 1,
      createdAt: new Date('2026-03-02T12:00:00Z'),
      deliveredAt: new Date('2026-03-02T12:00:05Z'),
    });
  });
  const known = invoices.filter(({ what }) => what !== 'onlyThere');
  await copyRows(
    'invoice',
    known.map(({ what, invoiceId, number, isCreditNote, amount }) => ({
      invoice_id: invoiceId,
      number,
      type_code: isCreditNote ? '381' : '380',
      tax_inclusive: amount,
      status: what === 'endedOnBothSides' ? 'refused' : 'serviceConfirmed',
    })),
  );
  await copyRows(
    'delivery',
    known.map(({ what, invoiceId }) => ({
      invoice_id: invoiceId,
      remote_id: invoiceId,
      ...(what === 'brokenOff' ? { state: 'parked', delivered_at: null } : {}),
      ...(what === 'underWay' ? { state: 'sending', delivered_at: null } : {}),
    })),
  );
  await world.dataSource.query('DELETE FROM delivery WHERE invoice_id = $1', [sample.ref.invoiceId]);
  // Held by another process, which is about to send them.
  const underWay = known.filter(({ what }) => what === 'underWay').map(({ invoiceId }) => invoiceId);
  await world.dataSource.query(
    `INSERT INTO delivery_lease (recipient_id, invoice_id, connection_id, leased_until)
      SELECT $1, unnest($2::uuid[]), $3, now() + interval '1 hour'`,
    [recipientId, underWay, connectionId],
  );
};

/** Columns that the database works out by itself are left to it. */
const columnsOf = async (table: string): Promise<string> => {
  const columns: { readonly column_name: string }[] = await world.dataSource.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return columns.map(({ column_name }) => column_name).join(', ');
};

const copyRows = async (table: 'invoice' | 'delivery', changes: readonly object[]): Promise<void> => {
  const columns = await columnsOf(table);
  await world.dataSource.query(
    `INSERT INTO ${table} (${columns})
      SELECT ${columns} FROM (
        SELECT made.* FROM (SELECT sample FROM ${table} AS sample LIMIT 1) AS first,
          jsonb_array_elements($1::jsonb) AS change, jsonb_populate_record(first.sample, change) AS made
      ) AS copied`,
    [JSON.stringify(changes)],
  );
};

const openConnector = makeOpenConnector(shippedKinds, {
  now: () => new Date(),
  mark: () => undefined,
  privateTargets: true,
});

const finished = async (id: string): Promise<Reconciliation> => {
  for (;;) {
    const now = await world.work.run(({ reconciliations }) => reconciliations.find(recipientId, id));
    if (now?.finishedAt) return now;
    await setTimeout(50);
  }
};

const discrepanciesOf = (id: string): Promise<readonly Discrepancy[]> =>
  world.work.run(async ({ reconciliations }) => {
    const page = await reconciliations.discrepancies(recipientId, id, { limit: 10_000 });
    return page.discrepancies;
  });

it('finds all of 200 seeded discrepancies among 2,000 invoices, and invents none', async () => {
  const invoices = seedSides(2_000, seededRandom(SEED));
  await bringHere(invoices);
  await inTurns(invoices, bringThere);
  const settings = { url, token: TOKEN, pageSize: 130 };
  await world.work.run(({ connections }) => connections.change({ ...hospitalBooks, settings }));
  const worker = await startComposedWorker(
    readConfig({
      DATABASE_URL: world.url,
      PARVIS_DATA_DIRECTORY: folder,
      PARVIS_SECRET_KEY: secretKey,
      PARVIS_PRIVATE_TARGETS: '1',
    }),
    pino({ level: 'silent' }),
  );
  const start = makeStartReconciliation({
    ...{ work: world.work, openConnector, newId },
    now: () => new Date(),
    log: () => undefined,
  });
  const started = await start({ connectionId }, claire);
  if (!started.ok) throw new Error(started.refusal.code);
  const report = await finished(started.value.id);
  await worker.stop();

  const expected = invoices.flatMap(({ what, number }) => {
    if (what === 'same' || what === 'underWay' || what === 'endedOnBothSides') return [];
    return [`${what === 'brokenOff' ? 'onlyThere' : what} ${number}`];
  });
  const told = await discrepanciesOf(report.id);
  expect(expected).toHaveLength(200);
  expect(told.map(({ finding, invoiceNumber }) => `${finding} ${invoiceNumber}`).sort()).toEqual(
    expected.sort(),
  );
  const { onlyHere, onlyThere, brokenOff, differentAmount, twice, cancelledThere } = seededCounts;
  expect(report.counts).toEqual({
    same: invoices.filter(({ what }) => what === 'same').length,
    ...{ onlyHere, differentAmount, twice, cancelledThere },
    onlyThere: onlyThere + brokenOff,
  });
  const gone = await world.work.run(({ deliveries }) =>
    deliveries.list(recipientId, { states: ['needsAttention'], limit: 100 }),
  );
  expect(gone.deliveries.map(({ ref }) => ref.invoiceId).sort()).toEqual(
    invoices
      .filter(({ what }) => what === 'onlyHere')
      .map(({ invoiceId }) => invoiceId)
      .sort(),
  );
});
