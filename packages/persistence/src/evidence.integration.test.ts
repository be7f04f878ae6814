import { depositEvent, sampleDocument, storedInvoice } from '@parvis/application/testing/sample-invoices';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleWorld, type TestWorld } from './testing/sample-world.js';

describe('what was sent and what happened', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openSampleWorld();
    await world.work.run(({ invoices }) => invoices.add(storedInvoice(1), depositEvent, [sampleDocument(1)]));
  });
  afterAll(() => world.close());

  test.each([
    ['an event is altered', "UPDATE life_cycle_event SET comment = 'autre'"],
    ['an event is deleted', 'DELETE FROM life_cycle_event'],
    ['the history is emptied', 'TRUNCATE life_cycle_event CASCADE'],
    ['a document is replaced', "UPDATE invoice_document SET sha256 = 'autre'"],
    ['a document is deleted', 'DELETE FROM invoice_document'],
    ['an amount is changed', 'UPDATE invoice SET tax_inclusive = 1'],
    ['a number is changed', "UPDATE invoice SET number = 'autre'"],
    ['the content is changed', "UPDATE invoice SET content = '{}'"],
    ['an invoice is deleted', 'DELETE FROM invoice'],
  ])('refuses that %s, whoever asks', async (_, statement) => {
    await expect(world.dataSource.query(statement)).rejects.toMatchObject({ code: '23000' });
  });

  test('lets the projection of the history change', async () => {
    await world.dataSource.query("UPDATE invoice SET status = 'madeAvailable'");
    const found = await world.work.run(({ invoices }) => invoices.find(storedInvoice(1).ref));
    expect(found?.status).toBe('madeAvailable');
  });
});
