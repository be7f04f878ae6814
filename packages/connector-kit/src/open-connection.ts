import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import type { OpenConnector } from '@parvis/application/accounting/open-connector';
import type { ConnectorKind, ConnectorTools } from './connector-kind.js';

/** The port through which use cases reach accounting systems, over the kinds an installation knows. */
export const makeOpenConnector =
  (kinds: readonly ConnectorKind<unknown>[], tools: ConnectorTools): OpenConnector =>
  ({ system, name, settings }) => {
    const kind = kinds.find((known) => known.system === system);
    if (!kind) throw new Error(`connection "${name}": no connector named "${system}"`);
    const parsed = kind.parseSettings(withSecrets(settings));
    if (!parsed.ok) {
      const sentences = parsed.refusal.map(({ message }) => message.fr).join(' ');
      throw new Error(`connection "${name}": ${sentences}`);
    }
    return kind.open(parsed.value, tools);
  };

/** Secrets are kept apart so that they can be sealed; a connector reads them among its other settings. */
const withSecrets = ({
  secrets,
  ...settings
}: AccountingConnection['settings']): Record<string, unknown> => ({
  ...settings,
  ...(typeof secrets === 'object' ? secrets : {}),
});
