import { expect, test } from 'vitest';
import { alice, denis, elise, hospital, hospitalBooks, ines } from '../testing/cast.js';
import { approved, connectionId } from '../testing/deliveries.js';
import { makeFakeWorld } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import { makeListConnections } from './list-connections.js';
import { makeListDeliveries } from './list-deliveries.js';
import { makeRetryDelivery } from './retry-delivery.js';

test('shows readers of the entity its connections, counted, without their secrets', async () => {
  const world = await makeFakeWorld();
  await approved(world);
  const [shown, ...others] = await makeListConnections(world)(denis);
  expect(others).toEqual([]);
  expect(shown).toMatchObject({ id: connectionId, counts: [{ state: 'waiting', count: 1 }] });
  expect(shown?.settings).toEqual({ address: 'http://comptabilite.invalid' });
  expect(shown).not.toHaveProperty('cursor');
});

test('shows nobody the connections of another entity', async () => {
  const world = await makeFakeWorld();
  expect(await makeListConnections(world)(elise)).toEqual([]);
  expect(await makeListConnections(world)(alice)).toEqual([]);
});

test('lists deliveries for readers of the entity only', async () => {
  const world = await makeFakeWorld();
  const ref = await approved(world);
  const command = { recipientId: hospital.structureId };
  const page = granted(await makeListDeliveries(world)(command, denis));
  expect(page.deliveries).toMatchObject([{ ref, connectionId: hospitalBooks.id }]);
  const refusal = refusalOf(await makeListDeliveries(world)(command, elise));
  expect(refusal).toEqual({ code: 'not-allowed', right: 'connector:read' });
});

test('says nothing of deliveries to somebody who may read no invoice, not even by a cursor', async () => {
  const world = await makeFakeWorld();
  await approved(world);
  const [held] = denis.memberships;
  if (!held) throw new Error('he is in the hospital');
  const grants = [{ space: 'connections', level: 'read' }] as const;
  const technician = { ...denis, memberships: [{ ...held, grants }] };
  const command = { recipientId: hospital.structureId, limit: 1 };
  const page = granted(await makeListDeliveries(world)(command, technician));
  expect(page).toEqual({ deliveries: [], cursors: [], next: undefined });
});

test('says nothing of deliveries of other services’ invoices, and sends none of them again', async () => {
  const world = await makeFakeWorld();
  const ref = await approved(world);
  const [held] = ines.memberships;
  if (!held) throw new Error('she is in the hospital');
  const connector = { space: 'connections', level: 'full' } as const;
  const operator = { ...ines, memberships: [{ ...held, grants: [...held.grants, connector] }] };
  const page = granted(await makeListDeliveries(world)({ recipientId: hospital.structureId }, operator));
  expect(page).toEqual({ deliveries: [], cursors: [], next: undefined });
  const retried = await makeRetryDelivery(world)({ ref, connectionId }, operator);
  expect(refusalOf(retried)).toEqual({ code: 'delivery-not-found' });
});
