import type { Actor } from '@parvis/domain/access/actor';
import { may, reachOf } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
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
  /** Part of the invoice's number, its supplier's name or its engagement number. */
  readonly text?: string;
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

const nothing: DeliveryPage = { deliveries: [], next: undefined, cursors: [] };

/**
 * What was delivered to an entity's accounting systems, what waits, and what failed and why; newest first. Of invoices that
 * the actor may not read, such as those of other services, nothing is said, not even by a cursor.
 */
export const makeListDeliveries =
  ({ work }: ListDeliveriesPorts): ListDeliveries =>
  async ({ recipientId, limit = 25, ...window }, actor) => {
    if (!may(actor, 'connector:read', recipientId))
      return refuse({ code: 'not-allowed', right: 'connector:read' });
    const sight = servicesInSight(actor, recipientId);
    if (sight === 'none') return accept(nothing);
    const bounded = Math.min(Math.max(limit, 1), 100);
    const narrowed = sight === 'all' ? {} : { services: sight };
    return accept(
      await work.run(({ deliveries }) =>
        deliveries.list(recipientId, { ...window, ...narrowed, limit: bounded }),
      ),
    );
  };

/** Of which services of an entity the actor may read the invoices. */
export const servicesInSight = (actor: Actor, recipientId: string): readonly string[] | 'all' | 'none' => {
  const held = reachOf(actor, 'receivedInvoice:read').filter(
    ({ structureId }) => structureId === recipientId,
  );
  if (held.length === 0) return 'none';
  if (held.some(({ services }) => services === undefined)) return 'all';
  return [...new Set(held.flatMap(({ services = [] }) => services))];
};
