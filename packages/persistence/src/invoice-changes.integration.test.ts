import { depositEvent, storedInvoice } from '@parvis/application/testing/sample-invoices';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InvoiceChange } from './invoice-changes.js';
import { type Listener, listenToInvoiceChanges } from './listen-to-invoice-changes.js';
import { openSampleWorld, type TestWorld } from './testing/sample-world.js';

describe('announcements of changes', () => {
  let world: TestWorld;
  let listener: Listener;
  let heard: InvoiceChange[];
  let onHeard: () => void;
  let onGap: () => void;

  beforeEach(async () => {
    world = await openSampleWorld();
    heard = [];
    onHeard = onGap = () => undefined;
    listener = await listenToInvoiceChanges({
      url: world.url,
      onChange: (change) => {
        heard.push(change);
        onHeard();
      },
      onGap: () => onGap(),
    });
  });
  afterEach(async () => {
    await listener.close();
    await world.close();
  });

  const heardOne = () =>
    new Promise<void>((resolve) => {
      onHeard = resolve;
    });
  const deposit = (number: number) =>
    world.work.run(({ invoices }) => invoices.add(storedInvoice(number), depositEvent, []));

  test('are heard with what a screen needs to ask again', async () => {
    const something = heardOne();
    await deposit(1);
    await something;
    const { ref, supplierId } = storedInvoice(1);
    expect(heard).toEqual([{ ...ref, supplierId, sequence: 1 }]);
  });

  test('cannot be listened to where no database answers', async () => {
    const url = 'postgres://nobody@127.0.0.1:1/nothing';
    await expect(listenToInvoiceChanges({ url, onChange: () => undefined })).rejects.toThrow('ECONNREFUSED');
  });

  test('are never heard of what was undone', async () => {
    const undone = world.work.run(async ({ invoices }) => {
      await invoices.add(storedInvoice(1), depositEvent, []);
      throw new Error('the machine stopped');
    });
    await expect(undone).rejects.toThrow('the machine stopped');
    const something = heardOne();
    await deposit(2);
    await something;
    expect(heard.map(({ invoiceId }) => invoiceId)).toEqual([storedInvoice(2).ref.invoiceId]);
  });

  test('are heard again once a lost connection is back', async () => {
    const back = new Promise<void>((resolve) => {
      onGap = resolve;
    });
    await world.dataSource.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'parvis-listen' AND datname = current_database()",
    );
    await back;
    const something = heardOne();
    await deposit(3);
    await something;
    expect(heard.map(({ invoiceId }) => invoiceId)).toEqual([storedInvoice(3).ref.invoiceId]);
  });
});
