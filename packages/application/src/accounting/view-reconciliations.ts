import type { Actor } from '@parvis/domain/access/actor';
import { structuresWhere } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { readableSide } from '../invoice/invoice-access.js';
import type { Stores, Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import { servicesInSight } from './list-deliveries.js';
import { connectionWithin } from './operated-connection.js';
import type { Discrepancy, DiscrepancyPage, Reconciliation } from './reconciliation-store.js';

export interface ViewReconciliationsPorts {
  readonly work: Work;
}

export interface ListDiscrepanciesCommand {
  readonly reconciliation: Reconciliation;
  readonly finding?: Discrepancy['finding'];
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  readonly after?: string;
}

export interface ViewReconciliations {
  /** Newest first; 5 by default, 50 at most. */
  ofConnection(
    command: { readonly connectionId: string; readonly limit?: number },
    actor: Actor,
  ): Promise<Result<readonly Reconciliation[], ConnectionRefusal>>;
  /** Undefined when it is none of the actor's. */
  one(id: string, actor: Actor): Promise<Reconciliation | undefined>;
  /**
   * Of invoices that the actor may not read, such as those of other services, nothing is said, nor of bills that stand only
   * there to those who may not read all: a page may hold fewer than asked for.
   */
  discrepancies(command: ListDiscrepanciesCommand, actor: Actor): Promise<DiscrepancyPage>;
}

/** The comparisons of both sides, for whoever may look at an entity's connections. */
export const makeViewReconciliations = ({ work }: ViewReconciliationsPorts): ViewReconciliations => ({
  ofConnection: ({ connectionId, limit = 5 }, actor) =>
    work.run(async (stores) => {
      const found = await connectionWithin(stores, connectionId, actor, 'connector:read');
      if (!found.ok) return refuse(found.refusal);
      const { recipientId } = found.value;
      return accept(await stores.reconciliations.ofConnection(recipientId, connectionId, bounded(limit, 50)));
    }),
  one: (id, actor) =>
    work.run(async ({ reconciliations }) => {
      for (const recipientId of structuresWhere(actor, 'connector:read')) {
        const found = await reconciliations.find(recipientId, id);
        if (found) return found;
      }
      return undefined;
    }),
  discrepancies: ({ reconciliation, limit = 25, ...window }, actor) =>
    work.run(async (stores) => {
      const { recipientId, id } = reconciliation;
      const page = await stores.reconciliations.discrepancies(recipientId, id, {
        ...window,
        limit: bounded(limit, 100),
      });
      return { ...page, discrepancies: await shownTo(stores, actor, recipientId, page.discrepancies) };
    }),
});

const bounded = (asked: number, most: number): number => Math.min(Math.max(asked, 1), most);

const shownTo = async (
  { invoices }: Stores,
  actor: Actor,
  recipientId: string,
  discrepancies: readonly Discrepancy[],
): Promise<readonly Discrepancy[]> => {
  const found = await invoices.findEach(discrepancies.flatMap(({ ref }) => ref ?? []));
  const readable = new Set(
    found
      .filter((invoice) => invoice !== undefined && readableSide(actor, invoice) === 'buyer')
      .map((invoice) => invoice?.ref.invoiceId),
  );
  // A bill that nobody knows here may be of any service.
  const seesAll = servicesInSight(actor, recipientId) === 'all';
  return discrepancies.filter(({ ref }) => (ref === undefined ? seesAll : readable.has(ref.invoiceId)));
};
