import type { Actor } from '@parvis/domain/access/actor';
import { isPrincipal } from '@parvis/domain/access/actor';
import type { Act } from '@parvis/domain/access/acts';
import type { Stores } from '../ports/work.js';
import { shownSettings } from './connection-settings.js';
import type { AccountingConnection } from './delivery-ledger.js';

/** Keeps who did what to a connection; of secrets only their names. */
export const traceConnection = async (
  { accessTrace }: Pick<Stores, 'accessTrace'>,
  actor: Actor,
  { recipientId, name }: AccountingConnection,
  entry: { readonly act: Act & `connection.${string}`; readonly at: Date; readonly details: object },
): Promise<void> => {
  const { act, at, details } = entry;
  await accessTrace.record({
    structureId: recipientId,
    at,
    byUserId: isPrincipal(actor) ? actor.userId : null,
    byName: 'name' in actor ? actor.name : 'Parvis',
    act,
    subject: name,
    details: { ...details },
  });
};

/** A connection as its history tells of it. */
export const tracedConnection = (connection: AccountingConnection): object => {
  const { system, name, environment, live, deliverWhen, refuseWhenCancelled, settings } = connection;
  const { plain, secretsKept } = shownSettings(settings);
  return { system, name, environment, live, deliverWhen, refuseWhenCancelled, settings: plain, secretsKept };
};
