import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { say } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { throttleAsking } from '../people/throttle-asking.js';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { Unavailable } from './accounting-connector.js';
import type { ConnectionRefusal, SettingsFaulty } from './connection-refusal.js';
import { fileSettings, readSettingsText } from './connection-settings.js';
import type { ConnectorCatalogue, OfferedKind, StepFound } from './connector-catalogue.js';
import type { AccountingConnection } from './delivery-ledger.js';

export interface TryStepPorts {
  readonly work: Work;
  readonly catalogue: ConnectorCatalogue;
  readonly now: Clock;
  readonly log: LogProblem;
}

export interface TryStepCommand {
  readonly structureId: string;
  readonly system: string;
  readonly step: string;
  /** The fields known so far as JSON; a secret that is left out is the one of `connectionId`. */
  readonly settingsText: string;
  readonly connectionId?: string;
}

export type TryStep = (
  command: TryStepCommand,
  actor: Actor,
) => Promise<Result<StepFound | Unavailable, ConnectionRefusal | SettingsFaulty>>;

/** Shorter than for deliveries: a person waits in front of the screen. */
const TIMEOUT_MS = 10_000;

const MINUTE_MS = 60_000;

/** Each calls a stranger in our name: enough for a person who mends, too few to look for doors. */
const TRIES_A_MINUTE = 20;

/** Tries what a person has typed so far of a connection, before anything of it is kept. */
export const makeTryStep =
  (ports: TryStepPorts): TryStep =>
  async (command, actor) => {
    const { structureId, system, step, settingsText } = command;
    const { catalogue } = ports;
    if (!may(actor, 'connector:operate', structureId))
      return refuse({ code: 'not-allowed', right: 'connector:operate' });
    const kind = catalogue.kinds.find((known) => known.system === system);
    if (!kind) return refuse({ code: 'connector-unknown', system });
    if (!kind.steps.some(({ key, hasTest }) => key === step && hasTest))
      return refuse({ code: 'step-unknown' });
    const given = readSettingsText(settingsText);
    if (!given) return refuse({ code: 'settings-not-read' });
    const stored = await admit(ports, command);
    if (!stored.ok) return stored;
    // What is stored belongs to another kind of system: its secrets are none of this one's.
    const before = stored.value?.system === system ? stored.value.settings : undefined;
    const { merged, faults } = fileSettings(stepsUntil(kind, step), given, before);
    if (faults.length > 0) return refuse({ code: 'connection-settings-faulty', faults });
    const found = await ask(ports, { structureId, system, step }, merged);
    return found.ok ? found : refuse({ code: 'connection-settings-faulty', faults: found.refusal });
  };

/** A person has come no further yet. */
const stepsUntil = (kind: OfferedKind, step: string): OfferedKind => ({
  ...kind,
  steps: kind.steps.slice(0, kind.steps.findIndex(({ key }) => key === step) + 1),
});

/** Counts the try, and reads the connection whose secrets it may use. */
const admit = (
  { work, now }: TryStepPorts,
  { structureId, connectionId }: TryStepCommand,
): Promise<Result<AccountingConnection | undefined, ConnectionRefusal>> =>
  work.run(async ({ askings, connections, asPlatform }) => {
    const limit = {
      subject: `live test of ${structureId}`,
      maximum: TRIES_A_MINUTE,
      windowInMs: MINUTE_MS,
    };
    // How often something was asked is out of the sight of those who ask.
    const heard = await asPlatform(() => throttleAsking(askings, [limit], now()));
    if (!heard.ok) return refuse({ code: 'tested-too-often', retryAt: heard.refusal.retryAt });
    if (connectionId === undefined) return accept(undefined);
    const found = await connections.find(structureId, connectionId);
    return found ? accept(found) : refuse({ code: 'connection-not-found' });
  });

/** No unit of work is open here: the other system may take its time. */
const ask = async (
  { catalogue, log }: TryStepPorts,
  asked: { readonly structureId: string; readonly system: string; readonly step: string },
  settings: Readonly<Record<string, unknown>>,
): ReturnType<ConnectorCatalogue['tryStep']> => {
  try {
    return await catalogue.tryStep({ ...asked, timeoutMs: TIMEOUT_MS }, settings);
  } catch (failure) {
    log('a step of setting a connection up could not be tried', asked, failure);
    return accept({
      kind: 'unavailable',
      message: say(
        'L’essai n’a pas abouti pour une raison technique.',
        'The test failed for a technical reason.',
      ),
    });
  }
};
