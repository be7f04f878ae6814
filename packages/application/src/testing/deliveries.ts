import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { ReceivedStatus } from '../accounting/accounting-connector.js';
import { makeDeliverInvoice } from '../accounting/deliver-invoice.js';
import type { Delivery } from '../accounting/delivery-ledger.js';
import { hospitalBooks } from './cast.js';
import type { FakeWorld } from './fake-world.js';
import { act, granted, received } from './journey.js';

export const connectionId = hospitalBooks.id;

/** An invoice approved by the hospital, whose delivery waits. */
export const approved = async (world: FakeWorld): Promise<InvoiceRef> => {
  const ref = await received(world);
  granted(await act(world, ref, 'approve'));
  return ref;
};

/** An invoice in the hospital's books. */
export const delivered = async (world: FakeWorld): Promise<InvoiceRef> => {
  const ref = await approved(world);
  await makeDeliverInvoice(world)({ ref, connectionId });
  return ref;
};

export const deliveryOf = async (world: FakeWorld, ref: InvoiceRef): Promise<Delivery> => {
  const delivery = await world.work.run(({ deliveries }) => deliveries.find(ref, connectionId));
  if (!delivery) throw new Error('no such delivery');
  return delivery;
};

/** What the books say of their first bill. */
export const status = (
  sourceCode: string,
  actions: readonly Action[],
  change: Partial<ReceivedStatus> = {},
): ReceivedStatus => ({
  reference: { id: '1' },
  sourceCode,
  actions,
  occurredAt: new Date('2026-03-10T10:00:00.000Z'),
  ...change,
});
