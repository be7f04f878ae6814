import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { readableSide } from '../invoice/invoice-access.js';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { Delivery } from './delivery-ledger.js';
import { revisionToSend } from './open-deliveries.js';
import { connectionWithin } from './operated-connection.js';
import { reopened } from './retry-delivery.js';

export interface SendToConnectionPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface SendToConnectionCommand {
  readonly ref: InvoiceRef;
  readonly connectionId: string;
}

export type SendToConnection = (
  command: SendToConnectionCommand,
  actor: Actor,
) => Promise<Result<Delivery, ConnectionRefusal | { readonly code: 'nothing-to-retry' }>>;

/** Nobody's books need what was turned down, or has gone back to its supplier. */
const notToBeSent: readonly Status[] = ['rejected', 'refused', 'toReroute', 'suspended'];

/** Sends one invoice over a connection because a person wants it there, whether or not it is live. */
export const makeSendToConnection =
  ({ work, now }: SendToConnectionPorts): SendToConnection =>
  (command, actor) =>
    work.run((stores) => sendIn(stores, command, actor, now()));

const sendIn = async (
  stores: Stores,
  { ref, connectionId }: SendToConnectionCommand,
  actor: Actor,
  now: Date,
): ReturnType<SendToConnection> => {
  const connection = await connectionWithin(stores, connectionId, actor);
  if (!connection.ok) return connection;
  const isTheirs = connection.value.recipientId === ref.recipientId;
  const invoice = isTheirs ? await stores.invoices.findForChange(ref) : undefined;
  if (!invoice || readableSide(actor, invoice) !== 'buyer') return refuse({ code: 'invoice-not-found' });
  if (notToBeSent.includes(invoice.status)) return refuse({ code: 'invoice-not-to-be-sent' });
  const latest = await stores.deliveries.find(ref, connectionId);
  const delivery = await nextDelivery(stores, latest, { ref, connectionId, now });
  if (!delivery) return refuse({ code: 'nothing-to-retry' });
  await stores.jobs.add({ kind: 'deliverInvoice', ref, connectionId, pressing: true });
  return accept(delivery);
};

const nextDelivery = async (
  stores: Stores,
  latest: Delivery | undefined,
  { ref, connectionId, now }: SendToConnectionCommand & { readonly now: Date },
): Promise<Delivery | undefined> => {
  const revision = await revisionToSend(stores, latest, ref);
  if (revision !== undefined) {
    const fresh: Delivery = {
      ...{ ref, connectionId, revision },
      state: 'waiting',
      attempts: 0,
      createdAt: now,
    };
    return stores.deliveries.open(fresh);
  }
  const again = latest && reopened(latest);
  if (again) await stores.deliveries.save(again);
  return again;
};
