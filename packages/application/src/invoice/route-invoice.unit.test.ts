import { historyRoot, verifyHistory } from '@parvis/domain/life-cycle/history';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MarkedPoint } from '../ports/platform.js';
import { hospital, hospitalBooks } from '../testing/cast.js';
import { Crash } from '../testing/fake-machine.js';
import { type FakeWorld, makeFakeWorld, sha256 } from '../testing/fake-world.js';
import { deposit, history, statusesOf, stored } from '../testing/journey.js';
import { makeRouteInvoice } from './route-invoice.js';

describe('routing an invoice', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });

  test('makes it available and starts the hospital’s 50 days', async () => {
    const ref = await deposit(world);
    world.advance(60);
    await makeRouteInvoice(world)(ref);
    expect(await stored(world, ref)).toMatchObject({
      status: 'madeAvailable',
      sequence: 2,
      madeAvailableAt: world.now(),
      paymentDueDate: '2026-04-21',
    });
    const events = await history(world, ref);
    expect(events.at(-1)?.actor).toEqual({ kind: 'platform', name: 'Parvis' });
    expect(verifyHistory(events, sha256, historyRoot(ref, sha256))).toEqual({ kind: 'intact' });
  });

  test('does nothing when run again', async () => {
    const ref = await deposit(world);
    await makeRouteInvoice(world)(ref);
    await makeRouteInvoice(world)(ref);
    expect(await statusesOf(world, ref)).toEqual(['deposited', 'madeAvailable']);
  });

  test('runs once for two workers at the same moment', async () => {
    const ref = await deposit(world);
    await Promise.all([makeRouteInvoice(world)(ref), makeRouteInvoice(world)(ref)]);
    expect(await statusesOf(world, ref)).toEqual(['deposited', 'madeAvailable']);
  });

  test('looks at the day of the deposit: the last day lasts until midnight', async () => {
    const ref = await deposit(world);
    await world.seed({ recipients: [{ ...hospital, validUntil: '2026-03-02' }] });
    world.advance(86_400);
    await makeRouteInvoice(world)(ref);
    expect(await stored(world, ref)).toMatchObject({ status: 'madeAvailable' });
  });

  test('rejects it when the recipient’s last day was set before it meanwhile', async () => {
    const ref = await deposit(world);
    await world.seed({ recipients: [{ ...hospital, validUntil: '2026-03-01' }] });
    await makeRouteInvoice(world)(ref);
    expect(await stored(world, ref)).toMatchObject({ status: 'rejected' });
  });

  test('rejects it, with the reason, when the recipient has closed meanwhile', async () => {
    const ref = await deposit(world);
    await world.seed({ recipients: [{ ...hospital, active: false }] });
    await makeRouteInvoice(world)(ref);
    expect(await stored(world, ref)).toMatchObject({ status: 'rejected' });
    expect((await stored(world, ref)).paymentDueDate).toBeUndefined();
    expect((await history(world, ref)).at(-1)?.reason).toEqual({ code: 'DEST_INC' });
  });

  test('opens a delivery where the entity wants every invoice at once', async () => {
    await world.seed({ connections: [{ ...hospitalBooks, deliverWhen: 'madeAvailable' }] });
    const ref = await deposit(world);
    await makeRouteInvoice(world)(ref);
    const deliveries = await world.work.run(({ deliveries: ledger }) => ledger.ofInvoice(ref));
    expect(deliveries).toMatchObject([{ connectionId: hospitalBooks.id, revision: 1, state: 'waiting' }]);
    expect(await world.jobsAdded()).toContainEqual({
      kind: 'deliverInvoice',
      ref,
      connectionId: hospitalBooks.id,
    });
  });

  test('opens none where it waits for the service to be confirmed, nor over a connection that is not live', async () => {
    const trial = { ...hospitalBooks, id: hospital.structureId, live: false };
    await world.seed({ connections: [{ ...trial, deliverWhen: 'madeAvailable' }] });
    const ref = await deposit(world);
    await makeRouteInvoice(world)(ref);
    expect(world.tables.deliveries.size).toBe(0);
  });

  test('opens one that waits over a connection that is paused', async () => {
    await world.seed({ connections: [{ ...hospitalBooks, active: false, deliverWhen: 'madeAvailable' }] });
    const ref = await deposit(world);
    await makeRouteInvoice(world)(ref);
    const deliveries = await world.work.run(({ deliveries: ledger }) => ledger.ofInvoice(ref));
    expect(deliveries).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  });

  test('starts no legal clock for a credit note', async () => {
    const ref = await deposit(world, anInvoice({ typeCode: '381' }));
    await makeRouteInvoice(world)(ref);
    expect(await stored(world, ref)).toMatchObject({ status: 'madeAvailable' });
    expect((await stored(world, ref)).paymentDueDate).toBeUndefined();
  });

  test('fails for an invoice that does not exist', async () => {
    const ref = { recipientId: hospital.structureId, invoiceId: world.newId() };
    await expect(makeRouteInvoice(world)(ref)).rejects.toThrow('does not exist');
  });

  test.each<MarkedPoint>(['route.beforeCommit', 'route.afterCommit'])(
    'made again after a death at %s leaves a whole timeline and one delivery',
    async (point) => {
      await world.seed({ connections: [{ ...hospitalBooks, deliverWhen: 'madeAvailable' }] });
      const ref = await deposit(world);
      world.machine.dieAt(point);
      await expect(makeRouteInvoice(world)(ref)).rejects.toThrow(Crash);
      world.machine.restart();
      await makeRouteInvoice(world)(ref);
      expect(await statusesOf(world, ref)).toEqual(['deposited', 'madeAvailable']);
      expect(world.tables.deliveries.size).toBe(1);
      const jobs = await world.jobsAdded();
      expect(jobs.filter(({ kind }) => kind === 'deliverInvoice')).toHaveLength(1);
    },
  );
});
