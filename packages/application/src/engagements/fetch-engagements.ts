import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { type Result, refuse } from '@parvis/domain/result/result';
import type { ConnectionRefusal } from '../accounting/connection-refusal.js';
import type { AccountingConnection } from '../accounting/delivery-ledger.js';
import { type OfferPorts, offersLookUp } from '../accounting/offers-look-up.js';
import { connectionWithin } from '../accounting/operated-connection.js';
import type { Work } from '../ports/work.js';

export interface FetchEngagementsPorts extends OfferPorts {
  readonly work: Work;
}

export type FetchEngagements = (
  command: { readonly connectionId: string },
  actor: Actor,
) => Promise<Result<AccountingConnection, ConnectionRefusal>>;

/** Has the engagements of an accounting system read now instead of tonight. */
export const makeFetchEngagements =
  (ports: FetchEngagementsPorts): FetchEngagements =>
  async ({ connectionId }, actor) => {
    const found = await ports.work.run((stores) => connectionWithin(stores, connectionId, actor));
    if (!found.ok) return found;
    const { recipientId, active, live } = found.value;
    if (!may(actor, 'engagement:manage', recipientId))
      return refuse({ code: 'not-allowed', right: 'engagement:manage' });
    if (!active) return refuse({ code: 'connection-paused' });
    // Orders of a test system are nobody's orders.
    if (!live) return refuse({ code: 'connection-not-live' });
    if (!offersLookUp(ports, found.value, 'engagements')) return refuse({ code: 'engagements-not-told' });
    await ports.work.run(({ jobs }) => jobs.add({ kind: 'pullEngagements', recipientId, connectionId }));
    return found;
  };
