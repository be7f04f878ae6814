import { beforeEach, describe, expect, it } from 'vitest';
import { hospitalBooks } from '../testing/cast.js';
import { connectionId, delivered, deliveryOf, status } from '../testing/deliveries.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { act, granted, history, stored } from '../testing/journey.js';
import { makePullStatuses } from './pull-statuses.js';

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});

const { recipientId } = hospitalBooks;
const pull = () => makePullStatuses(world)({ recipientId, connectionId });
const chooseAutomatic = () =>
  world.work.run(({ connections }) => connections.change({ ...hospitalBooks, refuseWhenCancelled: true }));
const cancelled = status('cancelled', ['refuse'], { reason: 'Facture déjà payée en mars' });

describe('a bill cancelled there', () => {
  it('leaves the invoice where it stands, and shows, unless the entity has chosen otherwise', async () => {
    const ref = await delivered(world);
    world.books.tell(cancelled);
    expect(await pull()).toEqual({ applied: 0 });
    expect(await stored(world, ref)).toMatchObject({ status: 'serviceConfirmed' });
    expect(await deliveryOf(world, ref)).toMatchObject({ remoteStatus: 'cancelled' });
  });

  it('refuses the invoice in the entity’s name, with the reason given there, where it has', async () => {
    await chooseAutomatic();
    const ref = await delivered(world);
    world.advance(9 * 86_400);
    world.books.tell(cancelled, cancelled);
    expect(await pull()).toEqual({ applied: 1 });
    expect((await history(world, ref)).at(-1)).toMatchObject({
      action: 'refuse',
      to: 'refused',
      moves: true,
      actor: { kind: 'buyer', id: connectionId, name: hospitalBooks.name },
      reason: { code: 'AUTRE', text: 'Facture déjà payée en mars' },
      source: { system: 'simulator', code: 'cancelled' },
      occurredAt: cancelled.occurredAt,
    });
    expect(await stored(world, ref)).toMatchObject({ status: 'refused' });
  });

  it('gives a reason of ours where the system tells none', async () => {
    await chooseAutomatic();
    const ref = await delivered(world);
    world.books.tell(status('cancelled', ['refuse']));
    await pull();
    expect((await history(world, ref)).at(-1)?.reason).toEqual({
      code: 'AUTRE',
      text: 'Annulée dans le logiciel comptable',
    });
  });

  it('refuses nothing that has been ordered for payment since: a person decides', async () => {
    await chooseAutomatic();
    const ref = await delivered(world);
    granted(await act(world, ref, 'orderPayment'));
    world.books.tell(cancelled);
    expect(await pull()).toEqual({ applied: 0 });
    expect(await stored(world, ref)).toMatchObject({ status: 'paymentOrdered' });
  });

  it('refuses nothing over a connection that is for trying out', async () => {
    await world.work.run(({ connections }) =>
      connections.change({ ...hospitalBooks, refuseWhenCancelled: true, live: true }),
    );
    const ref = await delivered(world);
    await world.work.run(({ connections }) =>
      connections.change({ ...hospitalBooks, refuseWhenCancelled: true, live: false }),
    );
    world.books.tell(cancelled);
    expect(await pull()).toEqual({ applied: 0 });
    expect(await stored(world, ref)).toMatchObject({ status: 'serviceConfirmed' });
  });

  it('refuses nothing a second time', async () => {
    await chooseAutomatic();
    const ref = await delivered(world);
    granted(await act(world, ref, 'refuse', { reason: { code: 'AUTRE', text: 'Doublon' } }));
    world.books.tell(cancelled);
    expect(await pull()).toEqual({ applied: 0 });
    expect((await history(world, ref)).filter(({ action }) => action === 'refuse')).toHaveLength(1);
  });
});
