import type { DeliveryOutcome } from '@parvis/application/accounting/accounting-connector';
import { aDelivery, type TestDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { startFaultyProxy } from '@parvis/connector-kit/testing/faulty-proxy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from './testing/receiver.js';
import { webhookKind } from './webhook-kind.js';

const secret = 'un-secret-de-signature-assez-long';
const INVOICES = 150;
const AT_ONCE = 5;

/** mulberry32: the same failures in every run. */
const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver({
    secrets: [secret],
    closedDay: '2019-12-31',
    now: () => new Date(),
    post: async () => {},
  });
});
afterAll(() => receiver.stop());

describe('a receiver that fails one time in ten', () => {
  it.each([
    ['and can be asked back', true],
    ['and cannot be asked back', false],
  ])('has every invoice once in the end, with its files once: %s', async (_name, readsBack) => {
    const random = seeded(readsBack ? 5 : 25);
    const proxy = await startFaultyProxy(receiver.origin, () => {
      const drawn = random();
      if (drawn < 0.05) return { kind: 'lose' };
      return drawn < 0.1 ? { kind: 'down' } : undefined;
    });
    const parsed = webhookKind.parseSettings({
      url: `${proxy.origin}/evenements`,
      secret,
      ...(readsBack ? { readBackUrl: `${proxy.origin}/factures` } : {}),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const tools = { now: () => new Date(), mark: () => {}, privateTargets: true };
    const connector = webhookKind.open(parsed.value, tools);
    const deliveries = Array.from({ length: INVOICES }, () => aDelivery());
    const left = [...deliveries];
    const tries: DeliveryOutcome['kind'][] = [];
    const untilDone = async ({ envelope, key }: TestDelivery): Promise<void> => {
      const { kind } = await connector.deliver(envelope, key);
      tries.push(kind);
      if (kind === 'unavailable') await untilDone({ envelope, key });
    };
    const worker = async (): Promise<void> => {
      for (let next = left.pop(); next; next = left.pop()) await untilDone(next);
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    } finally {
      await proxy.stop();
    }

    expect(tries).toContain('unavailable');
    expect(tries).not.toContain('refused');
    const keys = deliveries.map(({ key }) => key as string);
    const held = receiver.bills.filter(({ key = '' }) => keys.includes(key));
    expect(held.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    expect(held.filter(({ files }) => files.length !== 1)).toEqual([]);
  });
});
