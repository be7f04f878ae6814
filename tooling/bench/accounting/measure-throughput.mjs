/**
 * Deliveries a second through the whole platform (job, lease, ledger, readable copy, exchanges kept), beside the bare
 * client making the same calls in a loop: one after the other, and as many at once as one entity's share of a worker.
 */
import { createHash, randomUUID } from 'node:crypto';
import { deliveryKey } from '@parvis/application/accounting/accounting-connector';
import { simulatorKind } from '@parvis/connector-simulator/simulator-kind';
import { settingsOf } from '@parvis/connector-tryton/testing/tryton-harness';
import { trytonKind } from '@parvis/connector-tryton/tryton-kind';
import { connectionIds, structureIds } from '@parvis/demo-data/demo-structures';
import { invoiceOfDemo } from '@parvis/demo-data/invoice-of-demo';
import { ublFile } from '@parvis/demo-data/ubl-file';
import { renderReadableCopy } from '@parvis/formats/readable/readable-copy';
import { startTryton, stopTryton } from '../../test-runner/tryton-setup.mjs';
import { startPlatform, startSimulator } from './running-platform.mjs';

/** What the worker does at once for one entity. */
const SHARE = 2;

export const invented = (number) => ({
  number,
  kind: 'invoice',
  supplier: 'papeterie',
  recipient: 'hospital',
  serviceCode: 'INFORMATIQUE',
  issueDate: new Date().toISOString().slice(0, 10),
  lines: [
    { label: 'Ramettes de papier A4', quantity: '12', unit: 'C62', unitPrice: '21.45', vatRate: '20' },
    { label: 'Manuels', quantity: '3', unit: 'C62', unitPrice: '24.60', vatRate: '5.5' },
  ],
});

const numbered = (count) => Array.from({ length: count }, () => `B-${randomUUID().slice(0, 13)}`);

const envelopeOf = async (number) => {
  const demo = invented(number);
  const invoice = invoiceOfDemo(demo);
  const original = { fileName: `${number}.xml`, mediaType: 'application/xml', bytes: ublFile(demo) };
  const files = [original, await renderReadableCopy(invoice)].map((file) => ({
    ...file,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }));
  return {
    invoice,
    supplier: { siret: '00000012500013', name: 'Papeterie du Bocage' },
    recipient: { siret: '00000210500013', name: 'Centre hospitalier de Valmont' },
    serviceCode: 'INFORMATIQUE',
    files,
  };
};

/** Deliveries a second when `atOnce` loops share them. */
const bareClient = async (connector, count, atOnce) => {
  const envelopes = await Promise.all(numbered(count).map(envelopeOf));
  const start = performance.now();
  const loop = async () => {
    for (let envelope = envelopes.pop(); envelope; envelope = envelopes.pop()) {
      const outcome = await connector.deliver(envelope, deliveryKey(randomUUID(), 1));
      if (outcome.kind !== 'accepted') throw new Error(`not delivered: ${JSON.stringify(outcome)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return (1000 * count) / (performance.now() - start);
};

/** All of them wait while the connection is paused; the clock runs from its resumption to the last one delivered. */
const throughThePlatform = async (books, count) => {
  const platform = await startPlatform(books);
  const { work, dataSource } = platform.persistence;
  const [recipientId, connectionId] = [structureIds.hospital, connectionIds.hospital];
  const countIn = async (state) => {
    const [{ count: found }] = await dataSource.query(
      'SELECT count(*)::int AS count FROM delivery WHERE recipient_id = $1 AND state = $2',
      [recipientId, state],
    );
    return found;
  };
  const until = async (state) => {
    while ((await countIn(state)) < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const pause = (active) =>
    work.run(async ({ connections, deliveries, jobs }) => {
      const connection = await connections.find(recipientId, connectionId);
      await connections.change({ ...connection, active });
      if (!active) return;
      const waiting = await deliveries.list(recipientId, { states: ['waiting'], limit: count });
      for (const { ref } of waiting.deliveries) await jobs.add({ kind: 'deliverInvoice', ref, connectionId });
    });
  try {
    await pause(false);
    await depositAll(platform.address, numbered(count));
    await until('waiting');
    const start = performance.now();
    await pause(true);
    await until('delivered');
    return (1000 * count) / (performance.now() - start);
  } finally {
    await platform.stop();
  }
};

const depositAll = async (address, numbers) => {
  const ask = async (token, query, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { signIn } = await ask(
    undefined,
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token } } }',
    { input: { email: 'paule@papeterie.example', password: 'parvis-demo' } },
  );
  for (const number of numbers) {
    const file = {
      fileName: `${number}.xml`,
      contentBase64: Buffer.from(ublFile(invented(number))).toString('base64'),
    };
    const { depositInvoice } = await ask(
      signIn.token,
      'mutation ($input: DepositInvoiceInput!) { depositInvoice(input: $input) { __typename } }',
      { input: { file, idempotencyKey: randomUUID() } },
    );
    if (depositInvoice.__typename !== 'DepositReceipt') throw new Error(JSON.stringify(depositInvoice));
  }
};

const tools = { now: () => new Date(), mark: () => {}, privateTargets: true };

const measureOn = async (system, count, open, books) => ({
  system,
  count,
  loop: await bareClient(open(), count, 1),
  loops: await bareClient(open(), count, SHARE),
  platform: await throughThePlatform(books, count),
});

const onSimulator = async () => {
  const simulator = await startSimulator();
  const { token, ...settings } = simulator.settings;
  const parsed = simulatorKind.parseSettings(simulator.settings);
  const open = () => simulatorKind.open(parsed.value, tools);
  const books = { system: 'simulator', name: 'Simulateur', settings: { ...settings, secrets: { token } } };
  try {
    return await measureOn('simulator', 300, open, books);
  } finally {
    await simulator.stop();
  }
};

const onTryton = async () => {
  const tryton = await startTryton();
  if (tryton.missing) return { system: 'tryton', missing: tryton.missing };
  const raw = settingsOf(tryton);
  const parsed = trytonKind.parseSettings(raw);
  const { password, ...settings } = raw;
  const books = { system: 'tryton', name: 'Tryton', settings: { ...settings, secrets: { password } } };
  try {
    return await measureOn('tryton', 40, () => trytonKind.open(parsed.value, tools), books);
  } finally {
    if (!tryton.wasUp) await stopTryton();
  }
};

export const measureThroughput = async () => [await onSimulator(), await onTryton()];
