import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { readableSide } from '../invoice/invoice-access.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { Delivery, DeliveryState } from './delivery-ledger.js';

export interface ListDeliveriesPorts {
  readonly work: Work;
}

export interface ListDeliveriesCommand {
  readonly recipientId: string;
  /** Over one connection only. */
  readonly connectionId?: string;
  readonly states?: readonly DeliveryState[];
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string;
}

export interface DeliveryPage {
  readonly deliveries: readonly Delivery[];
  readonly next: string | undefined;
  /** For each delivery: pass it to get what follows. */
  readonly cursors: readonly string[];
}

export type ListDeliveries = (
  command: ListDeliveriesCommand,
  actor: Actor,
) => Promise<Result<DeliveryPage, ActRefusal>>;

/**
 * What was delivered to an entity's accounting systems, what waits, and what failed and why; newest first. Of invoices that
 * the actor may not read, such as those of other services, nothing is said: a page may hold fewer than asked for.
 */
export const makeListDeliveries =
  ({ work }: ListDeliveriesPorts): ListDeliveries =>
  async ({ recipientId, limit = 25, ...window }, actor) => {
    if (!may(actor, 'connector:read', recipientId))
      return refuse({ code: 'not-allowed', right: 'connector:read' });
    const bounded = Math.min(Math.max(limit, 1), 100);
    return accept(
      await work.run(async ({ deliveries, invoices }) => {
        const page = await deliveries.list(recipientId, { ...window, limit: bounded });
        const found = await invoices.findEach(page.deliveries.map(({ ref }) => ref));
        const isShown = (_: unknown, index: number): boolean => {
          const invoice = found[index];
          return invoice !== undefined && readableSide(actor, invoice) === 'buyer';
        };
        return {
          deliveries: page.deliveries.filter(isShown),
          next: page.next,
          cursors: page.cursors.filter(isShown),
        };
      }),
    );
  };
