import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { ConnectorNumbers } from '@parvis/connector-kit/connector-tools';
import type { PesCarrier } from '@parvis/connector-kit/pes/deliver-pes';
import type { S2lowClient } from './s2low-client.js';
import type { S2lowSettings } from './settings.js';
import { rememberTransaction, wayOf } from './transactions.js';

/** What stands in place of a transaction that the platform knows and does not name. */
const UNNAMED = 'doublon';

/**
 * The platform refuses the same bytes twice: that is how we know that they arrived. It does not name the first taking
 * then, so that what becomes of that one comes with the returns alone.
 */
export const s2lowCarrier = (
  settings: S2lowSettings,
  client: S2lowClient,
  numbers: ConnectorNumbers,
): PesCarrier => ({
  way: wayOf(settings),
  send: async (file, key: DeliveryKey) => {
    const { id } = await client.post(file);
    if (id !== undefined) await rememberTransaction(numbers, settings, { key, id });
    return { id: id ?? UNNAMED, wasThere: id === undefined };
  },
});
