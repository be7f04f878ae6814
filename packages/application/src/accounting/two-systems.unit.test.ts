import { beforeEach, describe, expect, test } from 'vitest';
import { hospital, hospitalBooks, uuid } from '../testing/cast.js';
import { connectionId, delivered, status } from '../testing/deliveries.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { history } from '../testing/journey.js';
import { makeDeliverInvoice } from './deliver-invoice.js';
import { makePullStatuses } from './pull-statuses.js';

/** Hélios tells a payment twice: over its own feed, and in the PES Retour that the entity's software reads. */
describe('one fact told by two systems of an entity', () => {
  const accountant = {
    ...hospitalBooks,
    id: uuid(0xacd),
    name: 'Hélios',
    deliverWhen: 'serviceConfirmed' as const,
  };
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
    await world.work.run(({ connections }) => connections.add(accountant));
  });
  const pull = (id: string) =>
    makePullStatuses(world)({ recipientId: hospital.structureId, connectionId: id });

  test('is one event, signed by the one that told it first', async () => {
    const ref = await delivered(world);
    await makeDeliverInvoice(world)({ ref, connectionId: accountant.id });
    world.books.tell(status('05', ['orderPayment', 'handToAccountant', 'book', 'startPayment']));
    const first = await pull(connectionId);
    const second = await pull(accountant.id);
    expect([first.applied, second.applied]).toEqual([4, 0]);
    const payments = (await history(world, ref)).filter(({ action }) => action === 'startPayment');
    expect(payments).toMatchObject([{ actor: { name: hospitalBooks.name } }]);
  });

  test('leaves the ledger of each with what its own system says', async () => {
    const ref = await delivered(world);
    await makeDeliverInvoice(world)({ ref, connectionId: accountant.id });
    world.books.tell(status('05', ['orderPayment', 'startPayment']));
    await pull(connectionId);
    await pull(accountant.id);
    const states = await world.work.run(async ({ deliveries }) =>
      Promise.all(
        [connectionId, accountant.id].map(async (id) => (await deliveries.find(ref, id))?.remoteStatus),
      ),
    );
    expect(states).toEqual(['05', '05']);
  });
});
