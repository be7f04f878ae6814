import type { Actor } from '@parvis/domain/access/actor';
import { type Right, structuresWhere } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { AccountingConnection } from './delivery-ledger.js';

/** The connection by its identifier alone, among those of the entities where the actor holds the right. */
export const connectionWithin = async (
  { connections }: Pick<Stores, 'connections'>,
  connectionId: string,
  actor: Actor,
  right: Right & `connector:${string}` = 'connector:operate',
): Promise<Result<AccountingConnection, ConnectionRefusal>> => {
  const recipientIds = structuresWhere(actor, right);
  if (recipientIds.length === 0) return refuse({ code: 'not-allowed', right });
  for (const recipientId of recipientIds) {
    const found = await connections.find(recipientId, connectionId);
    if (found) return accept(found);
  }
  return refuse({ code: 'connection-not-found' });
};
