import type { Stores } from '../ports/work.js';
import { shownSettings } from './connection-settings.js';
import type { AccountingConnection, DeliveryState } from './delivery-ledger.js';

/** Without its secrets: of them only which are set. */
export type ShownConnection = Omit<AccountingConnection, 'cursor'> & {
  readonly secretsKept: readonly string[];
  /** How many of its deliveries stand in each state. */
  readonly counts: readonly { readonly state: DeliveryState; readonly count: number }[];
};

export const showConnection = async (
  { deliveries }: Pick<Stores, 'deliveries'>,
  { cursor: _cursor, settings, ...connection }: AccountingConnection,
): Promise<ShownConnection> => {
  const { plain, secretsKept } = shownSettings(settings);
  const counts = await deliveries.countByState(connection.recipientId, connection.id);
  return { ...connection, settings: plain, secretsKept, counts };
};
