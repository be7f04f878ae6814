import { say } from '@parvis/domain/display/language';
import { expect, test } from 'vitest';
import { hospitalBooks } from '../testing/cast.js';
import { approved, connectionId, deliveryOf } from '../testing/deliveries.js';
import { makeFakeWorker } from '../testing/fake-worker.js';
import { makeFakeWorld } from '../testing/fake-world.js';
import { makeDeliverInvoice } from './deliver-invoice.js';
import { makeTakeUpOverdue } from './take-up-overdue.js';

const HOUR = 3600;

test('a delivery whose job was given up is taken up again after an hour', async () => {
  const world = await makeFakeWorld();
  const ref = await approved(world);
  world.tables.jobs.clear();
  world.advance(HOUR);
  expect(await makeTakeUpOverdue(world)()).toBe(0);
  world.advance(1);
  expect(await makeTakeUpOverdue(world)()).toBe(1);
  await makeFakeWorker(world).runDue();
  expect((await deliveryOf(world, ref)).state).toBe('delivered');
  world.advance(2 * HOUR);
  expect(await makeTakeUpOverdue(world)()).toBe(0);
});

test('what waits for its next try, or for somebody to resume the connection, is left alone', async () => {
  const world = await makeFakeWorld();
  const ref = await approved(world);
  const message = say('Absent.', 'Away.');
  world.books.meet({ kind: 'unavailable', message, retryAfterSeconds: 3 * HOUR });
  await makeDeliverInvoice(world)({ ref, connectionId });
  world.advance(2 * HOUR);
  expect(await makeTakeUpOverdue(world)()).toBe(0);
  world.advance(3 * HOUR);
  await world.seed({ connections: [{ ...hospitalBooks, active: false }] });
  expect(await makeTakeUpOverdue(world)()).toBe(0);
});
