import type { ProvePost } from '@parvis/application/accounting/receive-post';
import { say } from '@parvis/domain/display/language';
import { refuse } from '@parvis/domain/result/result';
import type { ConnectorKind } from './connector-kind.js';
import { withSecrets } from './open-connection.js';

/** Has the kind behind a connection prove what was posted to it. */
export const makeProvePost =
  (kinds: readonly ConnectorKind<unknown>[], now: () => Date): ProvePost =>
  ({ system, settings }, message) => {
    const kind = kinds.find((known) => known.system === system);
    if (!kind?.receive) return undefined;
    const parsed = kind.parseSettings(withSecrets(settings));
    if (!parsed.ok) return refuse({ code: 'signature-wrong', message: settingsFaulty });
    return kind.receive(parsed.value, message, now());
  };

const settingsFaulty = say(
  'Les réglages du raccordement sont incomplets : sans eux, rien ne prouve d’où vient ce message.',
  'The connection’s settings are incomplete: without them nothing proves where this message comes from.',
);
