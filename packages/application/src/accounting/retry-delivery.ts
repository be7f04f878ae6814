import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Result } from '@parvis/domain/result/result';
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

/** Sends again what was refused or parked, or what waits for its next try. */
export const makeRetryDelivery =
  (_ports: RetryDeliveryPorts): RetryDelivery =>
  async () => {
    throw new Error('to be written');
  };
