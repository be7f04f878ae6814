import { platform } from '@parvis/domain/access/actor';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, caterer, claire, denis, elise, hospital, ines } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { act, granted, received, refusalOf } from '../testing/journey.js';
import { makeCountInvoices } from './count-invoices.js';
import { makeListInvoices } from './list-invoices.js';

describe('listing invoices', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
    for (const number of ['F-1', 'F-2', 'F-3']) {
      const ref = await received(world, anInvoice({ number }));
      if (number === 'F-2') granted(await act(world, ref, 'approve'));
      world.advance(60);
    }
  });

  test('shows each side its own, newest first', async () => {
    const list = makeListInvoices(world);
    const numbers = ['F-3', 'F-2', 'F-1'];
    const receivedPage = granted(await list({ side: 'publicEntity' }, denis));
    expect(receivedPage.rows.map(({ number }) => number)).toEqual(numbers);
    const issuedPage = granted(await list({ side: 'supplier' }, alice));
    expect(issuedPage.rows.map(({ number }) => number)).toEqual(numbers);
  });

  test('shows nothing of other entities', async () => {
    expect(granted(await makeListInvoices(world)({ side: 'publicEntity' }, elise)).rows).toEqual([]);
    const command = { side: 'supplier', structureId: caterer.structureId } as const;
    expect(granted(await makeListInvoices(world)(command, bruno)).rows).toEqual([]);
  });

  test('shows of a service what its people may see, and nothing else, in lists and counts alike', async () => {
    const forWorks = anInvoice({ number: 'F-4', buyerReference: 'TRAVAUX', purchaseOrderReference: 'EJ-7' });
    await received(world, forWorks);
    const list = makeListInvoices(world);
    const page = granted(await list({ side: 'publicEntity' }, ines));
    expect(page.rows.map(({ number }) => number)).toEqual(['F-4']);
    const asked = await list({ side: 'publicEntity', serviceCode: 'RESTAURATION' }, ines);
    expect(granted(asked).rows).toEqual([]);
    const counts = granted(await makeCountInvoices(world)({ side: 'publicEntity' }, ines));
    expect(counts).toEqual([{ status: 'madeAvailable', count: 1 }]);
  });

  test('refuses a side one is not on and a structure that is not one’s own', async () => {
    const list = makeListInvoices(world);
    const wrongSide = refusalOf(await list({ side: 'supplier' }, claire));
    expect(wrongSide).toEqual({ code: 'not-allowed', right: 'issuedInvoice:read' });
    const foreign = await list({ side: 'publicEntity', structureId: hospital.structureId }, elise);
    expect(refusalOf(foreign)).toEqual({ code: 'not-allowed', right: 'receivedInvoice:read' });
    expect(refusalOf(await list({ side: 'publicEntity' }, platform)).code).toBe('not-allowed');
  });

  test('pages, filters and orders', async () => {
    const list = makeListInvoices(world);
    const first = granted(await list({ side: 'publicEntity', order: 'oldestFirst', limit: 2 }, claire));
    expect(first.rows.map(({ number }) => number)).toEqual(['F-1', 'F-2']);
    const after = first.next ?? '';
    const rest = granted(await list({ side: 'publicEntity', order: 'oldestFirst', limit: 2, after }, claire));
    expect(rest.rows.map(({ number }) => number)).toEqual(['F-3']);
    const filtered = await list({ side: 'publicEntity', statuses: ['serviceConfirmed'] }, claire);
    expect(granted(filtered).rows.map(({ number }) => number)).toEqual(['F-2']);
  });

  test('gives at least one and at most a hundred rows', async () => {
    const few = granted(await makeListInvoices(world)({ side: 'publicEntity', limit: 0 }, claire));
    expect(few.rows).toHaveLength(1);
    const many = granted(await makeListInvoices(world)({ side: 'publicEntity', limit: 1e9 }, claire));
    expect(many.rows).toHaveLength(3);
  });

  test('counts by status what the same selection lists', async () => {
    const counts = granted(await makeCountInvoices(world)({ side: 'publicEntity' }, claire));
    expect(Object.fromEntries(counts.map(({ status, count }) => [status, count]))).toEqual({
      madeAvailable: 2,
      serviceConfirmed: 1,
    });
    expect(refusalOf(await makeCountInvoices(world)({ side: 'supplier' }, claire)).code).toBe('not-allowed');
  });
});
