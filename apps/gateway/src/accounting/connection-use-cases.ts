import type { ConnectorCatalogue, OfferedKind } from '@parvis/application/accounting/connector-catalogue';
import { type FindConnection, makeFindConnection } from '@parvis/application/accounting/list-connections';
import {
  makeRemoveConnection,
  type RemoveConnection,
} from '@parvis/application/accounting/remove-connection';
import { makeSaveConnection, type SaveConnection } from '@parvis/application/accounting/save-connection';
import {
  makeSetConnectionActive,
  type SetConnectionActive,
} from '@parvis/application/accounting/set-connection-active';
import { makeTryStep, type TryStep } from '@parvis/application/accounting/try-step';
import type { LogProblem } from '@parvis/application/ports/operations-log';
import type { Clock, NewId } from '@parvis/application/ports/platform';
import type { Work } from '@parvis/application/ports/work';

export interface ConnectionUseCases {
  readonly offeredKinds: readonly OfferedKind[];
  readonly findConnection: FindConnection;
  readonly tryStep: TryStep;
  readonly saveConnection: SaveConnection;
  readonly setConnectionActive: SetConnectionActive;
  readonly removeConnection: RemoveConnection;
}

export interface ConnectionPorts {
  readonly work: Work;
  readonly catalogue: ConnectorCatalogue;
  readonly now: Clock;
  readonly newId: NewId;
  readonly log: LogProblem;
}

/** What the gateway can be asked about connections to accounting systems, and what passes over them. */
export const makeConnectionUseCases = (ports: ConnectionPorts): ConnectionUseCases => ({
  offeredKinds: ports.catalogue.kinds,
  findConnection: makeFindConnection(ports),
  tryStep: makeTryStep(ports),
  saveConnection: makeSaveConnection(ports),
  setConnectionActive: makeSetConnectionActive(ports),
  removeConnection: makeRemoveConnection(ports),
});
