import type { ConnectorCatalogue, OfferedKind } from '@parvis/application/accounting/connector-catalogue';
import { type DeliveryFigures, makeDeliveryFigures } from '@parvis/application/accounting/delivery-figures';
import { type DryRun, type DryRunPorts, makeDryRun } from '@parvis/application/accounting/dry-run';
import { type FindConnection, makeFindConnection } from '@parvis/application/accounting/list-connections';
import { type ListExchanges, makeListExchanges } from '@parvis/application/accounting/list-exchanges';
import {
  makeRemoveConnection,
  type RemoveConnection,
} from '@parvis/application/accounting/remove-connection';
import {
  makeReplayDeliveries,
  type ReplayDeliveries,
} from '@parvis/application/accounting/replay-deliveries';
import { makeRetryDeliveries, type RetryDeliveries } from '@parvis/application/accounting/retry-deliveries';
import { makeSaveConnection, type SaveConnection } from '@parvis/application/accounting/save-connection';
import {
  makeSendToConnection,
  type SendToConnection,
} from '@parvis/application/accounting/send-to-connection';
import {
  makeSetConnectionActive,
  type SetConnectionActive,
} from '@parvis/application/accounting/set-connection-active';
import { makeTryStep, type TryStep } from '@parvis/application/accounting/try-step';
import type { NewId } from '@parvis/application/ports/platform';

export interface ConnectionUseCases {
  readonly offeredKinds: readonly OfferedKind[];
  readonly findConnection: FindConnection;
  readonly tryStep: TryStep;
  readonly saveConnection: SaveConnection;
  readonly setConnectionActive: SetConnectionActive;
  readonly removeConnection: RemoveConnection;
  readonly deliveryFigures: DeliveryFigures;
  readonly listExchanges: ListExchanges;
  readonly dryRun: DryRun;
  readonly retryDeliveries: RetryDeliveries;
  readonly replayDeliveries: ReplayDeliveries;
  readonly sendToConnection: SendToConnection;
}

export interface ConnectionPorts extends DryRunPorts {
  readonly catalogue: ConnectorCatalogue;
  readonly newId: NewId;
  /** On a demonstration. */
  readonly simulatorMayBeLive: boolean;
}

/** What the gateway can be asked about connections to accounting systems, and what passes over them. */
export const makeConnectionUseCases = (ports: ConnectionPorts): ConnectionUseCases => ({
  offeredKinds: ports.catalogue.kinds,
  findConnection: makeFindConnection(ports),
  tryStep: makeTryStep(ports),
  saveConnection: makeSaveConnection(ports),
  setConnectionActive: makeSetConnectionActive(ports),
  removeConnection: makeRemoveConnection(ports),
  deliveryFigures: makeDeliveryFigures(ports),
  listExchanges: makeListExchanges(ports),
  dryRun: makeDryRun(ports),
  retryDeliveries: makeRetryDeliveries(ports),
  replayDeliveries: makeReplayDeliveries(ports),
  sendToConnection: makeSendToConnection(ports),
});
