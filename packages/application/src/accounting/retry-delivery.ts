import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { readableSide } from '../invoice/invoice-access.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { Delivery } from './delivery-ledger.js';

export interface RetryDeliveryPorts {
  readonly work: Work;
}

export interface RetryDeliveryCommand {
  readonly ref: InvoiceRef;
  readonly connectionId: string;
}

export type RetryDeliveryRefusal =
  | ActRefusal
  | { readonly code: 'delivery-not-found' }
  | { readonly code: 'nothing-to-retry' };

export type RetryDelivery = (
  command: RetryDeliveryCommand,
  actor: Actor,
) => Promise<Result<Delivery, RetryDeliveryRefusal>>;

/** Sends again what was refused or parked, or at once what waits for its next try. */
export const makeRetryDelivery =
  ({ work }: RetryDeliveryPorts): RetryDelivery =>
  async ({ ref, connectionId }, actor) => {
    if (!may(actor, 'connector:operate', ref.recipientId))
      return refuse({ code: 'not-allowed', right: 'connector:operate' });
    return work.run(async ({ invoices, deliveries, jobs }) => {
      const invoice = await invoices.findForChange(ref);
      if (!invoice || readableSide(actor, invoice) !== 'buyer') return refuse({ code: 'delivery-not-found' });
      const found = await deliveries.find(ref, connectionId);
      if (!found) return refuse({ code: 'delivery-not-found' });
      const retried = reopened(found);
      if (!retried) return refuse({ code: 'nothing-to-retry' });
      await deliveries.save(retried);
      await jobs.add({ kind: 'deliverInvoice', ref, connectionId, pressing: true });
      return accept(retried);
    });
  };

/** The delivery as it waits again; undefined when it is done or under way. */
export const reopened = (found: Delivery): Delivery | undefined => {
  if (!isStuck(found)) return undefined;
  const { nextAttemptAt, problem, problemCode, ...delivery } = found;
  return { ...delivery, state: 'waiting', attempts: 0 };
};

const isStuck = ({ state, nextAttemptAt }: Delivery): boolean =>
  state === 'refused' ||
  state === 'needsAttention' ||
  state === 'parked' ||
  (state === 'waiting' && nextAttemptAt !== undefined);
