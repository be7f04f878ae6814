import type { LogProblem } from '../ports/operations-log.js';
import type { Clock, MarkPoint, NewId, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { OpenConnector } from './open-connector.js';

export interface PullStatusesPorts {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
  readonly log: LogProblem;
}

export interface PullStatusesCommand {
  readonly recipientId: string;
  readonly connectionId: string;
}

/** `applied`: life-cycle events recorded. */
export type PullStatuses = (command: PullStatusesCommand) => Promise<{ readonly applied: number }>;

/** Asks the accounting system what became of our invoices since the last time, and records it. */
export const makePullStatuses =
  (_ports: PullStatusesPorts): PullStatuses =>
  async () => {
    throw new Error('to be written');
  };
