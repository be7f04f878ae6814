import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, NewId } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { ConnectionRefusal, SettingsFaulty } from './connection-refusal.js';
import {
  faultsOfFrame,
  fileSettings,
  isElsewhere,
  isOccasion,
  readSettingsText,
  together,
} from './connection-settings.js';
import type { ConnectionSettings, ConnectorCatalogue, OfferedKind } from './connector-catalogue.js';
import type { AccountingConnection, ConnectionEnvironment } from './delivery-ledger.js';
import { type ShownConnection, showConnection } from './shown-connection.js';
import { traceConnection, tracedConnection } from './trace-connection.js';

export interface SaveConnectionPorts {
  readonly work: Work;
  readonly catalogue: ConnectorCatalogue;
  readonly now: Clock;
  readonly newId: NewId;
  /** On a demonstration. */
  readonly simulatorMayBeLive: boolean;
}

export interface SaveConnectionCommand
  extends Pick<AccountingConnection, 'system' | 'name' | 'environment' | 'live'> {
  /** `madeAvailable` or `serviceConfirmed`. */
  readonly deliverWhen: Status;
  readonly structureId: string;
  /** Left out, what is stored stays; a new one leaves it to people. */
  readonly refuseWhenCancelled?: boolean;
  /** Left out for a new one. */
  readonly connectionId?: string;
  /** The fields of its kind as JSON. A secret that is left out keeps what is stored; null takes it away. */
  readonly settingsText: string;
}

export type SaveConnection = (
  command: SaveConnectionCommand,
  actor: Actor,
) => Promise<Result<ShownConnection, ConnectionRefusal | SettingsFaulty>>;

/** Sets a connection up, or changes one. What is set up paused or running stays so. */
export const makeSaveConnection =
  (ports: SaveConnectionPorts): SaveConnection =>
  async (command, actor) => {
    const { structureId, system, settingsText } = command;
    if (!may(actor, 'connector:operate', structureId))
      return refuse({ code: 'not-allowed', right: 'connector:operate' });
    const kind = ports.catalogue.kinds.find((known) => known.system === system);
    if (!kind) return refuse({ code: 'connector-unknown', system });
    const given = readSettingsText(settingsText);
    if (!given) return refuse({ code: 'settings-not-read' });
    return ports.work.run((stores) => saveIn(stores, ports, { command, kind, given, actor }));
  };

interface Saving {
  readonly command: SaveConnectionCommand;
  readonly kind: OfferedKind;
  readonly given: ConnectionSettings;
  readonly actor: Actor;
}

const saveIn = async (
  stores: Stores,
  ports: SaveConnectionPorts,
  { command, kind, given, actor }: Saving,
): ReturnType<SaveConnection> => {
  const { structureId, connectionId, system, environment, live, deliverWhen } = command;
  // One at a time for an entity: names and live connections are held against the others.
  await stores.organisations.findForChange(structureId);
  const all = await stores.connections.ofRecipient(structureId);
  const before = all.find(({ id }) => id === connectionId);
  const others = all.filter(({ id }) => id !== connectionId);
  if (connectionId !== undefined && !before) return refuse({ code: 'connection-not-found' });
  if (before && before.system !== system) return refuse({ code: 'connection-of-another-system' });
  const name = command.name.trim();
  const { merged, stored, faults: toType } = fileSettings(kind, given, before?.settings);
  const names = others.map((other) => other.name);
  const wrong = ports.catalogue.faultsOf(system, merged);
  const faults = [...faultsOfFrame(command, names), ...together(toType, wrong)];
  if (faults.length > 0 || !isOccasion(deliverWhen))
    return refuse({ code: 'connection-settings-faulty', faults });
  const unfit = live ? unfitForLife(ports, environment) : undefined;
  if (unfit) return refuse(unfit);
  const rival = live && others.find((other) => other.live && other.deliverWhen === deliverWhen);
  if (rival) return refuse({ code: 'live-connection-exists', name: rival.name });
  const at = ports.now();
  const fresh = {
    id: ports.newId(),
    recipientId: structureId,
    system,
    active: true,
    createdAt: at,
    cursor: null,
  };
  const saved: AccountingConnection = {
    ...(before ?? fresh),
    ...{ name, environment, live, deliverWhen, settings: stored },
    refuseWhenCancelled: command.refuseWhenCancelled ?? before?.refuseWhenCancelled ?? false,
  };
  await (before ? stores.connections.change(saved) : stores.connections.add(saved));
  if (before && isElsewhere(kind, before.settings, stored))
    await stores.connections.forgetCursor(structureId, saved.id);
  await traceConnection(stores, actor, saved, {
    act: before ? 'connection.changed' : 'connection.added',
    at,
    details: { ...(before ? { before: tracedConnection(before) } : {}), after: tracedConnection(saved) },
  });
  return accept(await showConnection(stores, saved));
};

const unfitForLife = (
  { simulatorMayBeLive }: SaveConnectionPorts,
  environment: ConnectionEnvironment,
): ConnectionRefusal | undefined => {
  if (environment === 'test') return { code: 'test-never-live' };
  if (environment === 'simulator' && !simulatorMayBeLive) return { code: 'simulator-never-live' };
  return undefined;
};
