import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
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

/** What was delivered to an entity's accounting systems, what waits, and what failed and why; newest first. */
export const makeListDeliveries =
  ({ work }: ListDeliveriesPorts): ListDeliveries =>
  async ({ recipientId, limit = 25, ...window }, actor) => {
    if (!may(actor, 'connector:read', recipientId))
      return refuse({ code: 'not-allowed', right: 'connector:read' });
    const bounded = Math.min(Math.max(limit, 1), 100);
    return accept(
      await work.run(({ deliveries }) => deliveries.list(recipientId, { ...window, limit: bounded })),
    );
  };
