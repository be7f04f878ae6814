import path from 'node:path';
import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import type { OpenConnector } from '@parvis/application/accounting/open-connector';
import type { ConnectorKind } from './connector-kind.js';
import type { ConnectionInbox, ConnectorNumbers, ConnectorTools } from './connector-tools.js';
import { faultsByLabel } from './faults-by-label.js';
import { guardedConnector } from './guarded-connector.js';
import { type Gate, makeGate } from './pace.js';
import { cleaned, secretHider } from './strangers-words.js';
import { toldExchange } from './told-exchange.js';

/** What every connection of an installation is opened with. */
export interface InstallationTools extends Omit<ConnectorTools, 'record' | 'gate' | 'inbox' | 'numbers'> {
  /** What the other side has sent over this connection. */
  readonly inboxOf?: (connection: AccountingConnection) => ConnectionInbox;
  readonly numbersOf?: (connection: AccountingConnection) => ConnectorNumbers;
}

/** The port through which use cases reach accounting systems, over the kinds an installation knows. */
export const makeOpenConnector = (
  kinds: readonly ConnectorKind<unknown>[],
  { inboxOf, numbersOf, ...tools }: InstallationTools,
): OpenConnector => {
  const gates = new Map<string, Gate>();

  const gateOf = (connectionId: string, kind: ConnectorKind<unknown>): Pick<ConnectorTools, 'gate'> => {
    if (!kind.pace) return {};
    const gate = gates.get(connectionId) ?? makeGate(kind.pace);
    gates.set(connectionId, gate);
    return { gate };
  };

  return (connection, listen) => {
    const { id, recipientId, system, name, settings } = connection;
    const kind = kinds.find((known) => known.system === system);
    if (!kind) throw new Error(`connection "${name}": no connector named "${system}"`);
    const parsed = kind.parseSettings(withSecrets(settings));
    if (!parsed.ok) {
      const sentences = faultsByLabel(kind.steps, parsed.refusal)
        .map(({ field, message }) => `${message.en} (${field})`)
        .join(' ');
      throw new Error(`connection "${name}": ${sentences}`);
    }
    const { secrets = {} } = settings;
    const hide = secretHider(withSecrets(settings), Object.keys(secrets as object));
    const connector = kind.open(parsed.value, {
      ...tools,
      ...ownExchangeFolder(tools, recipientId),
      ...gateOf(id, kind),
      ...(inboxOf ? { inbox: inboxOf(connection) } : {}),
      ...(numbersOf ? { numbers: numbersOf(connection) } : {}),
      ...(listen ? { record: (exchange) => listen(cleaned(toldExchange(exchange, tools.now()), hide)) } : {}),
    });
    return guardedConnector(connector, hide);
  };
};

/** Each structure has a folder of its own: what others exchange is out of its reach. */
export const ownExchangeFolder = (
  { exchangeFolder }: Pick<ConnectorTools, 'exchangeFolder'>,
  structureId: string,
): Pick<ConnectorTools, 'exchangeFolder'> =>
  exchangeFolder === undefined ? {} : { exchangeFolder: path.join(exchangeFolder, structureId) };

/** Secrets are kept apart so that they can be sealed; a connector reads them among its other settings. */
export const withSecrets = ({
  secrets,
  ...settings
}: AccountingConnection['settings']): Record<string, unknown> => ({
  ...settings,
  ...(typeof secrets === 'object' ? secrets : {}),
});
