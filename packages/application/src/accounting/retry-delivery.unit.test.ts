import { say } from '@parvis/domain/display/language';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, claire, denis, elise } from '../testing/cast.js';
import { approved, connectionId, delivered, deliveryOf } from '../testing/deliveries.js';
import { makeFakeWorker } from '../testing/fake-worker.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { granted, received, refusalOf } from '../testing/journey.js';
import type { DeliveryOutcome } from './accounting-connector.js';
import { makeDeliverInvoice } from './deliver-invoice.js';
import { makeRetryDelivery } from './retry-delivery.js';

const refused: DeliveryOutcome = {
  kind: 'refused',
  code: 'reference-data-missing',
  message: say('Journal inconnu.', 'Journal inconnu.'),
};

describe('retrying a delivery', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const failedWith = async (outcome: DeliveryOutcome) => {
    const ref = await approved(world);
    world.books.meet(outcome);
    await makeDeliverInvoice(world)({ ref, connectionId });
    return ref;
  };

  test('sends again at once what was refused', async () => {
    const ref = await failedWith(refused);
    const retried = granted(await makeRetryDelivery(world)({ ref, connectionId }, claire));
    expect(retried).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(retried.problem).toBeUndefined();
    expect((await world.jobsAdded()).at(-1)).toMatchObject({ kind: 'deliverInvoice', ref, pressing: true });
    await makeFakeWorker(world).runDue();
    expect((await deliveryOf(world, ref)).state).toBe('delivered');
    expect(world.books.bills).toHaveLength(1);
  });

  test('does not wait for the next try that was planned', async () => {
    const ref = await failedWith({
      kind: 'unavailable',
      message: say('Absent.', 'Absent.'),
      retryAfterSeconds: 3600,
    });
    granted(await makeRetryDelivery(world)({ ref, connectionId }, claire));
    await makeDeliverInvoice(world)({ ref, connectionId });
    expect((await deliveryOf(world, ref)).state).toBe('delivered');
  });

  test('has nothing to do for what is delivered or on its way', async () => {
    const sent = await delivered(world);
    const answer = await makeRetryDelivery(world)({ ref: sent, connectionId }, claire);
    expect(refusalOf(answer)).toEqual({ code: 'nothing-to-retry' });
    expect(world.books.bills).toHaveLength(1);
  });

  test('finds no delivery where none was opened', async () => {
    const ref = await received(world);
    const answer = await makeRetryDelivery(world)({ ref, connectionId }, claire);
    expect(refusalOf(answer)).toEqual({ code: 'delivery-not-found' });
  });

  test('is for those who operate the entity’s connector', async () => {
    const ref = await failedWith(refused);
    for (const actor of [alice, denis, elise])
      expect(refusalOf(await makeRetryDelivery(world)({ ref, connectionId }, actor))).toEqual({
        code: 'not-allowed',
        right: 'connector:operate',
      });
    expect((await deliveryOf(world, ref)).state).toBe('refused');
  });
});
