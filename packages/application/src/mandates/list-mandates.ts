import type { Principal } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { PeopleRefusal } from '../people/refusals.js';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { MandatePage, MandateWindow, StuckInvoices } from './mandate-store.js';

export interface ListMandatesCommand extends Omit<MandateWindow, 'limit'> {
  readonly structureId: string;
  readonly standpoint: 'client' | 'holder';
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
}

export interface MandatesListed extends MandatePage {
  /** For a holder, what stands still at each client whose mandate runs; by client. */
  readonly stuck: ReadonlyMap<string, StuckInvoices>;
}

export type ListMandates = (
  command: ListMandatesCommand,
  actor: Principal,
) => Promise<Result<MandatesListed, PeopleRefusal>>;

/** The mandates a structure has given, or those it holds with what is stuck at each client. */
export const makeListMandates =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): ListMandates =>
  async ({ structureId, standpoint, limit = 25, ...window }, actor) => {
    if (!may(actor, 'mandate:read', structureId))
      return refuse({ code: 'not-allowed', right: 'mandate:read' });
    const bounded = { ...window, limit: Math.min(Math.max(limit, 1), 100) };
    return work.run(async ({ mandates }) => {
      if (standpoint === 'client')
        return accept({ ...(await mandates.given(structureId, bounded)), stuck: new Map() });
      const page = await mandates.held(structureId, bounded);
      // Only of clients whose invoices the actor may read anyway.
      const clients = page.mandates
        .map(({ clientId }) => clientId)
        .filter((clientId) => may(actor, 'issuedInvoice:read', clientId));
      const stuck = clients.length === 0 ? [] : await mandates.stuckInvoices([...new Set(clients)], now());
      return accept({ ...page, stuck: new Map(stuck.map((each) => [each.clientId, each])) });
    });
  };
