import {
  type ConnectorCatalogue,
  type OfferedKind,
  secretFieldsOf,
} from '@parvis/application/accounting/connector-catalogue';
import { refuse } from '@parvis/domain/result/result';
import type { ConnectorKind } from './connector-kind.js';
import { faultsByLabel } from './faults-by-label.js';
import { type InstallationTools, ownExchangeFolder } from './open-connection.js';
import { cleaned, secretHider } from './strangers-words.js';

/** What the kinds of an installation offer to whoever sets a connection up. */
export const makeCatalogue = (
  kinds: readonly ConnectorKind<unknown>[],
  { inboxOf: _inboxOf, ...tools }: InstallationTools,
): ConnectorCatalogue => {
  const kindOf = (system: string): ConnectorKind<unknown> => {
    const kind = kinds.find((known) => known.system === system);
    if (!kind) throw new TypeError(`no connector named "${system}"`);
    return kind;
  };
  return {
    kinds: kinds.map(offered),
    faultsOf: (system, settings) => {
      const { steps, parseSettings } = kindOf(system);
      const parsed = parseSettings(settings);
      return parsed.ok ? [] : faultsByLabel(steps, parsed.refusal);
    },
    tryStep: async ({ structureId, system, step, timeoutMs }, settings) => {
      const found = kindOf(system).steps.find(({ key }) => key === step);
      if (!found?.test) throw new TypeError(`nothing to try at step "${step}" of "${system}"`);
      const given = { ...tools, ...ownExchangeFolder(tools, structureId), timeoutMs };
      const outcome = await found.test(settings, given);
      return cleaned(
        outcome.ok ? outcome : refuse(faultsByLabel(kindOf(system).steps, outcome.refusal)),
        secretHider(settings, secretFieldsOf(offered(kindOf(system)))),
      );
    },
  };
};

const offered = ({
  system,
  label,
  description,
  capabilities,
  steps,
  statusWords,
}: ConnectorKind<unknown>): OfferedKind => ({
  system,
  label,
  description,
  capabilities,
  statusWords,
  steps: steps.map(({ test, ...step }) => ({ ...step, hasTest: test !== undefined })),
});
