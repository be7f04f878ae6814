import { setTimeout as pause } from 'node:timers/promises';
import { structureIds } from '@parvis/demo-data/demo-structures';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, eventually } from '../support/api.js';
import { deposited, invoiceTo } from '../support/journey.js';
import { giveTheTownItsOwnBooks } from '../support/second-books.js';
import { type Stack, startStack } from '../support/stack.js';

/** `PARVIS_OUTAGE_SECONDS=3600 npm test -- --project faults test/faults/outage.test.ts` lets a whole hour pass. */
const OUTAGE_SECONDS = Number(process.env.PARVIS_OUTAGE_SECONDS ?? 6);
const EACH = Number(process.env.PARVIS_OUTAGE_INVOICES ?? 25);

interface DeliveryRow {
  readonly recipientId: string;
  readonly number: string;
  readonly state: string;
  readonly attempts: number;
  readonly problem: string | null;
  /** From the moment it became due to the moment the books had it. */
  readonly seconds: number | null;
}

describe(`one entity's accounting system is down for ${OUTAGE_SECONDS} seconds`, () => {
  let stack: Stack;
  let town: Awaited<ReturnType<typeof giveTheTownItsOwnBooks>>;
  let supplier: Api;

  beforeAll(async () => {
    stack = await startStack({ deliverWhen: 'madeAvailable' });
    town = await giveTheTownItsOwnBooks(stack);
    supplier = await stack.signedIn('paule@papeterie.example');
  });
  afterAll(async () => {
    await town?.stop();
    await stack?.stop();
  });

  it(
    'waits for it, serves the other entity meanwhile, and drains by itself',
    async () => {
      await depositTo('town', 'B');
      const before = await eventually(() => deliveriesOf('town', 'B'), allDelivered);

      await stack.simulator.kill('SIGKILL');
      const downSince = Date.now();
      await Promise.all([depositTo('hospital', 'H'), depositTo('town', 'T')]);
      const meanwhile = await eventually(() => deliveriesOf('town', 'T'), allDelivered);
      expect(meanwhile.map(({ attempts }) => attempts)).toEqual(meanwhile.map(() => 1));
      await pause(Math.max(0, OUTAGE_SECONDS * 1_000 - (Date.now() - downSince)));
      const waiting = await deliveriesOf('hospital', 'H');
      expect(waiting).toHaveLength(EACH);
      expect(waiting.filter(({ state }) => state !== 'waiting' && state !== 'sending')).toEqual([]);

      await stack.simulator.start();
      const backAt = Date.now();
      await eventually(() => deliveriesOf('hospital', 'H'), allDelivered, 300);
      const drained = (Date.now() - backAt) / 1_000;

      const bills = await stack.books.allBills();
      expect(bills.map(({ reference }) => reference).toSorted()).toEqual(numbers('H'));
      say('town, all well', before);
      say('town, the other down', meanwhile);
      process.stdout.write(`${EACH} invoices drained ${drained.toFixed(1)} s after the system came back\n`);
    },
    (OUTAGE_SECONDS + 400) * 1_000,
  );

  const numbers = (letter: string): string[] =>
    Array.from({ length: EACH }, (_, index) => `${letter}-${String(index).padStart(4, '0')}`);

  const depositTo = async (recipient: 'town' | 'hospital', letter: string): Promise<void> => {
    const more =
      recipient === 'town' ? { recipient, engagementNumber: 'BC-PA-1', serviceCode: 'ECOLES' } : {};
    for (const number of numbers(letter)) await deposited(supplier, invoiceTo(number, more));
  };

  const deliveriesOf = async (entity: 'town' | 'hospital', letter: string): Promise<DeliveryRow[]> => {
    const persistence = await openPersistence({ url: stack.databaseUrl, secretKey: stack.secretKey });
    try {
      return (await persistence.dataSource.query(
        `SELECT number, delivery.state, attempts, problem->>'en' AS problem,
                extract(epoch FROM delivered_at - delivery.created_at)::float AS seconds
         FROM delivery JOIN invoice USING (recipient_id, invoice_id)
         WHERE recipient_id = $1 AND number LIKE $2 ORDER BY number`,
        [structureIds[entity], `${letter}-%`],
      )) as DeliveryRow[];
    } finally {
      await persistence.close();
    }
  };

  const allDelivered = (rows: readonly DeliveryRow[]): boolean =>
    rows.length === EACH && rows.every(({ state }) => state === 'delivered');

  const say = (what: string, rows: readonly DeliveryRow[]): void => {
    const sorted = rows.map(({ seconds }) => seconds ?? 0).toSorted((one, other) => one - other);
    const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2);
    process.stdout.write(`${what}: from due to delivered p50 ${at(0.5)} s, p95 ${at(0.95)} s\n`);
  };
});
