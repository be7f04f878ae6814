import type { Actor } from '@parvis/domain/access/actor';
import type { Result } from '@parvis/domain/result/result';
import type { LogProblem } from '../ports/operations-log.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { ConnectionHealth } from './accounting-connector.js';
import type { OpenConnector } from './open-connector.js';

export interface CheckConnectionPorts {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly log: LogProblem;
}

export interface CheckConnectionCommand {
  /** May be left out: the connection is then looked for in the actor's entities. */
  readonly recipientId?: string;
  readonly connectionId: string;
}

export type CheckConnection = (
  command: CheckConnectionCommand,
  actor: Actor,
) => Promise<Result<ConnectionHealth, ActRefusal | { readonly code: 'connection-not-found' }>>;

/** Reaches the accounting system now and says how it is. */
export const makeCheckConnection =
  (_ports: CheckConnectionPorts): CheckConnection =>
  async () => {
    throw new Error('to be written');
  };
