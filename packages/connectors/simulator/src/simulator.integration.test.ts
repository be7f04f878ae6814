import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { addressOfNobody } from '@parvis/connector-kit/testing/faulty-proxy';
import { startHttpTrouble } from '@parvis/connector-kit/testing/http-trouble';
import { z } from 'zod';
import { simulatorKind } from './simulator-kind.js';

const TOKEN = 'jeton-des-tests';
const CLOSED_UNTIL = '2020-06-30';
const main = fileURLToPath(new URL('../../../../apps/accounting-simulator/dist/main.js', import.meta.url));

const seenBill = z.object({
  id: z.int(),
  key: z.string(),
  reference: z.string(),
  supplier: z.object({ siret: z.string() }),
  totals: z.object({ net: z.string(), vat: z.string(), gross: z.string() }),
  lines: z.array(z.unknown()),
  files: z.array(z.object({ sha256: z.string() })),
});

/** The simulator in a process of its own, as in production. */
const startProcess = async (dataFile: string): Promise<{ process: ChildProcess; url: string }> => {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, SIMULATOR_PORT: '0', SIMULATOR_DATA: dataFile, SIMULATOR_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = z.object({ url: z.string() }).parse(JSON.parse(line));
    return { process: child, url };
  }
  throw new Error('the simulator said nothing');
};

const makeHarness = async (): Promise<ConnectorHarness> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'parvis-simulator-'));
  const simulator = await startProcess(path.join(directory, 'books.sqlite'));
  const origin = new URL(simulator.url).origin;
  const nowhere = await addressOfNobody();
  const trouble = await startHttpTrouble(origin, {
    creates: ({ method, path: where }) => method === 'POST' && where === '/api/bills',
    asksForNews: ({ path: where }) => where.startsWith('/api/changes'),
  });

  const ask = async (method: string, where: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${simulator.url}api/${where}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  await ask('PUT', 'moods', { closedUntil: CLOSED_UNTIL });
  let orders = 0;
  const act = async (billId: string, act: string, reason?: string) => {
    await ask('POST', `bills/${billId}/acts`, { act, ...(reason ? { reason } : {}) });
  };
  const openAt = (url: string, options: OpenOptions = {}, token = TOKEN) => {
    const { mark = () => {}, now = () => new Date(), timeoutMs, pageSize = 100 } = options;
    return simulatorKind.open(
      { url, token, pageSize },
      { mark, now, privateTargets: true, ...(timeoutMs ? { timeoutMs } : {}) },
    );
  };

  return {
    trouble,
    patienceMs: 2_500,
    closedDay: CLOSED_UNTIL,
    statusWords: simulatorKind.statusWords,
    setUp: {
      kind: simulatorKind,
      settings: { url: simulator.url, token: TOKEN },
      tools: { now: () => new Date(), mark: () => {}, privateTargets: true },
    },
    open: (options) => openAt(options?.troubled ? trouble.origin : origin, options),
    openWithWrongCredentials: () => openAt(origin, {}, 'un-autre-jeton'),
    openToNowhere: () => openAt(nowhere),
    unknownWord: { known: /"word":"posted"/g, unknown: '"word":"en-attente-du-visa"' },
    books: {
      billsUnder: async (key) => {
        const { bills } = z.object({ bills: z.array(seenBill) }).parse(await ask('GET', `bills?key=${key}`));
        return bills.map(({ id, reference, supplier, totals, lines, files }) => ({
          id: String(id),
          reference,
          supplierSiret: supplier.siret,
          ...totals,
          lines: lines.length,
          files: files.map(({ sha256 }) => sha256),
        }));
      },
      suppliersWith: async (siret) => {
        const answer = await ask('GET', `suppliers?siret=${siret}`);
        return z.object({ suppliers: z.array(z.unknown()) }).parse(answer).suppliers.length;
      },
      typeIn: async ({ siret, supplierName, reference }) => {
        await ask('POST', 'bills', {
          key: 'saisie',
          kind: 'invoice',
          supplier: { siret, name: supplierName },
          reference,
          issueDate: '2026-03-02',
          currency: 'EUR',
          lines: [{ label: 'Saisie', quantity: '1', unitPrice: '1.00', net: '1.00' }],
          vat: [],
        });
      },
    },
    accountant: {
      post: (bill) => act(bill, 'post'),
      pay: (bill) => act(bill, 'pay'),
      cancel: (bill, reason) => act(bill, 'cancel', reason),
      returnPayment: (bill, reason) => act(bill, 'returnPayment', reason),
      placeOrder: async ({ siret, supplierName }) => {
        orders += 1;
        const number = `EJ-2026-${orders}`;
        await ask('PUT', 'orders', { number, supplier: { siret, name: supplierName }, amount: '600.00' });
        return number;
      },
    },
    stop: async () => {
      await trouble.stop();
      const gone = once(simulator.process, 'exit');
      simulator.process.kill('SIGTERM');
      await gone;
      await rm(directory, { recursive: true });
    },
  };
};

describeConnectorContract('simulator', makeHarness, { engagements: true });
