import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import { addressOfNobody } from '@parvis/connector-kit/testing/faulty-proxy';
import { startHttpTrouble } from '@parvis/connector-kit/testing/http-trouble';
import { z } from 'zod';
import { connectorKind } from '../connector-kind.js';

const TOKEN = 'a-token-for-tests';

const seen = z.object({
  bills: z.array(
    z.object({
      id: z.int(),
      reference: z.string(),
      supplier: z.object({ siret: z.string() }),
      totals: z.object({ net: z.string(), vat: z.string(), gross: z.string() }),
      lines: z.array(z.unknown()),
      files: z.array(z.object({ sha256: z.string() })),
    }),
  ),
});

/** Starts the system; put yours here, or a server that behaves as its documentation says. */
const startSystem = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), '__SYSTEM__-'));
  const main = path.join(process.env.PARVIS_ROOT ?? '', 'apps/accounting-simulator/dist/main.js');
  const system = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      SIMULATOR_PORT: '0',
      SIMULATOR_DATA: path.join(folder, 'books.sqlite'),
      SIMULATOR_TOKEN: TOKEN,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: system.stdout })) {
    const { url } = z.object({ url: z.string() }).parse(JSON.parse(line));
    const stop = async () => {
      const gone = once(system, 'exit');
      system.kill();
      await gone;
      await rm(folder, { recursive: true });
    };
    return { origin: new URL(url).origin, stop };
  }
  throw new Error('the system said nothing');
};

/** What the contract suite needs to know of the system, and to do in it as its accountant would. */
export const makeHarness = async (): Promise<ConnectorHarness> => {
  const { origin, stop } = await startSystem();
  const nowhere = await addressOfNobody();
  const trouble = await startHttpTrouble(origin, {
    creates: ({ method, path: where }) => method === 'POST' && where === '/api/bills',
    asksForNews: ({ path: where }) => where.startsWith('/api/changes'),
  });

  const ask = async (method: string, where: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${origin}/api/${where}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status}`);
    return response.json();
  };
  const act = async (bill: string, name: string, reason?: string): Promise<void> => {
    await ask('POST', `bills/${bill}/acts`, { act: name, ...(reason ? { reason } : {}) });
  };
  const openAt = (url: string, options: OpenOptions = {}, token = TOKEN) => {
    const { mark = () => {}, now = () => new Date(), timeoutMs, pageSize = 100 } = options;
    // The system under test stands on this very machine.
    const tools = { mark, now, privateTargets: true, ...(timeoutMs ? { timeoutMs } : {}) };
    return connectorKind.open({ url, token, pageSize }, tools);
  };

  return {
    trouble,
    patienceMs: 2_500,
    statusWords: connectorKind.statusWords,
    setUp: {
      kind: connectorKind,
      settings: { url: origin, token: TOKEN },
      tools: { now: () => new Date(), mark: () => {}, privateTargets: true },
    },
    open: (options) => openAt(options?.troubled ? trouble.origin : origin, options),
    openWithWrongCredentials: () => openAt(origin, {}, 'another-token'),
    openToNowhere: () => openAt(nowhere),
    unknownWord: { known: /"word":"posted"/g, unknown: '"word":"waiting-for-the-mayor"' },
    books: {
      billsUnder: async (key) =>
        seen.parse(await ask('GET', `bills?key=${key}`)).bills.map((bill) => ({
          id: String(bill.id),
          reference: bill.reference,
          supplierSiret: bill.supplier.siret,
          ...bill.totals,
          lines: bill.lines.length,
          files: bill.files.map(({ sha256 }) => sha256),
        })),
      suppliersWith: async (siret) =>
        z.object({ suppliers: z.array(z.unknown()) }).parse(await ask('GET', `suppliers?siret=${siret}`))
          .suppliers.length,
      typeIn: async ({ siret, supplierName, reference }) => {
        await ask('POST', 'bills', {
          key: 'typed-in',
          kind: 'invoice',
          supplier: { siret, name: supplierName },
          reference,
          issueDate: '2026-03-02',
          currency: 'EUR',
          lines: [{ label: 'Typed in', quantity: '1', unitPrice: '1.00', net: '1.00' }],
          vat: [],
        });
      },
    },
    accountant: {
      post: (bill) => act(bill, 'post'),
      pay: (bill) => act(bill, 'pay'),
      cancel: (bill, reason) => act(bill, 'cancel', reason),
      returnPayment: (bill, reason) => act(bill, 'returnPayment', reason),
    },
    stop: async () => {
      await trouble.stop();
      await stop();
    },
  };
};
