import { createHash } from 'node:crypto';
import { storedInvoice } from '@parvis/application/testing/sample-invoices';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import { chainEvent, type EventContent, historyRoot, verifyHistory } from '@parvis/domain/life-cycle/history';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from './testing/empty-database.js';
import { openSampleWorld, seedCast, type TestWorld } from './testing/sample-world.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const invoice = storedInvoice(1);
const root = historyRoot(invoice.ref, sha256);

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 11, minute, 7, 89));
const said = (sequence: number, content: Pick<EventContent, 'action' | 'from' | 'to'>): EventContent => ({
  ...content,
  sequence,
  moves: true,
  actor: { kind: 'buyer', id: 'an-agent', name: 'Élise « 𝄞 » Ñandú' },
  occurredAt: at(sequence),
  recordedAt: at(sequence + 1),
  reason: { code: 'AUTRE', text: "l'autre\nligne" },
  comment: 'Été, « 10 € »',
  documentIds: ['01960000-0000-7000-8000-00000000d001'],
  source: { system: 'simulator', code: 'posted', reference: 'M-77' },
});

/** A history of three acts, each with everything an act may say. */
const acts: LifeCycleEvent[] = [];
for (const content of [
  said(1, { action: 'deposit', from: null, to: 'deposited' }),
  said(2, { action: 'makeAvailable', from: 'deposited', to: 'madeAvailable' }),
  said(3, { action: 'suspend', from: 'madeAvailable', to: 'suspended' }),
])
  acts.push(chainEvent(content, acts.at(-1)?.hash ?? root, sha256));

const standing = (event: LifeCycleEvent) => ({
  ...invoice,
  sequence: event.sequence,
  status: event.to,
  lastEventHash: event.hash,
});

describe('a stored history', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openSampleWorld();
  });
  beforeEach(async () => {
    await emptyDatabase(world.dataSource);
    await seedCast(world);
    await world.work.run(async ({ invoices }) => {
      for (const event of acts)
        await (event.sequence === 1
          ? invoices.add(standing(event), event, [])
          : invoices.append(standing(event), event, []));
    });
  });
  afterAll(() => world.close());

  /** What only someone with the database's keys can do. */
  const tamper = (statement: string) =>
    world.dataSource.transaction(async (manager) => {
      await manager.query('ALTER TABLE life_cycle_event DISABLE TRIGGER USER');
      await manager.query(statement);
      await manager.query('ALTER TABLE life_cycle_event ENABLE TRIGGER USER');
    });
  const events = () => world.work.run(({ invoices }) => invoices.eventsOf(invoice.ref));
  const verdict = async () => verifyHistory(await events(), sha256, root);

  test('comes back as it was hashed', async () => {
    expect(await verdict()).toEqual({ kind: 'intact' });
    const kept = await world.work.run(({ invoices }) => invoices.find(invoice.ref));
    expect((await events()).at(-1)?.hash).toBe(kept?.lastEventHash);
  });

  test.each([
    ["comment = 'Rien'", 'content'],
    ['comment = NULL', 'content'],
    ["action = 'refuse'", 'content'],
    ["to_status = 'refused'", 'content'],
    ['moves = false', 'content'],
    ["actor_name = 'Personne'", 'content'],
    ["actor_id = 'another'", 'content'],
    ["occurred_at = occurred_at + interval '1 millisecond'", 'content'],
    ["recorded_at = recorded_at - interval '1 day'", 'content'],
    ["reason_code = 'DOUBLON'", 'content'],
    ["document_ids = '{}'", 'content'],
    ["source_reference = 'M-78'", 'content'],
    ["hash = repeat('0', 64)", 'content'],
    ["previous_hash = repeat('0', 64)", 'link'],
  ])('shows that somebody has set %s', async (change, cause) => {
    await tamper(`UPDATE life_cycle_event SET ${change} WHERE sequence = 2`);
    expect(await verdict()).toEqual({ kind: 'broken', position: 2, cause });
  });

  test('shows that an act was taken out of the middle', async () => {
    await tamper('DELETE FROM life_cycle_event WHERE sequence = 2');
    expect(await verdict()).toEqual({ kind: 'broken', position: 2, cause: 'sequence' });
  });

  test('no longer ends with the hash on the invoice once its end was cut off', async () => {
    await tamper('DELETE FROM life_cycle_event WHERE sequence = 3');
    const kept = await world.work.run(({ invoices }) => invoices.find(invoice.ref));
    expect((await events()).at(-1)?.hash).not.toBe(kept?.lastEventHash);
  });
});
