import { say } from '@parvis/domain/display/language';
import type { Clock, NewId } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { AccountingConnector, Unavailable } from './accounting-connector.js';
import { type CompareSidesPorts, compareSides } from './compare-sides.js';
import { concludeReconciliation } from './conclude-reconciliation.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { offersLookUp } from './offers-look-up.js';
import type { OpenConnector } from './open-connector.js';
import { noFindings, type Reconciliation } from './reconciliation-store.js';

export interface ReconcilePorts extends CompareSidesPorts {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly newId: NewId;
}

export interface ReconcileCommand {
  readonly recipientId: string;
  readonly connectionId: string;
  /** Of the one that a person has started; absent for the nightly one, which starts itself once a day. */
  readonly reconciliationId?: string;
}

/** Undefined when there was nothing to do: paused, or compared a short while ago. */
export type Reconcile = (command: ReconcileCommand) => Promise<Reconciliation | undefined>;

/**
 * Compares what was delivered over a connection with what stands in the books, and keeps the report. A bill that has gone
 * there marks its delivery, with the report, in one unit of work. What changes here while it runs is left out.
 */
export const makeReconcile =
  (ports: ReconcilePorts): Reconcile =>
  async (command) => {
    const begun =
      command.reconciliationId === undefined
        ? await beginNightly(ports, command)
        : await take(ports, command);
    if (!begun) return undefined;
    const { connection, reconciliation } = begun;
    const startedAt = ports.now();
    const connector = open(ports, connection);
    const billsThere = connector.billsThere?.bind(connector);
    const sight = billsThere
      ? await compareSides(ports, { connection, billsThere, startedAt })
      : cannotBeAsked;
    return ports.work.run((stores) =>
      sight.kind === 'compared'
        ? concludeReconciliation(stores, {
            connection,
            reconciliation,
            sight,
            startedAt,
            finishedAt: ports.now(),
          })
        : giveUp(stores, { ...reconciliation, problem: sight.message, finishedAt: ports.now() }),
    );
  };

const cannotBeAsked: Unavailable = {
  kind: 'unavailable',
  message: say(
    'Ce système ne peut pas dire quelles factures il contient : il n’y a rien à comparer.',
    'This system cannot tell which bills it holds: there is nothing to compare.',
  ),
};

/** A connection that cannot even be opened is one that does not answer. */
const open = (
  { openConnector, log }: ReconcilePorts,
  connection: AccountingConnection,
): Pick<AccountingConnector, 'billsThere'> => {
  try {
    return openConnector(connection);
  } catch (failure) {
    log('a connection could not be opened for a comparison', { connectionId: connection.id }, failure);
    const message = say(
      'Les réglages de cette connexion ne permettent pas de la joindre.',
      'With its present settings this connection cannot be reached.',
    );
    return { billsThere: async () => ({ kind: 'unavailable', message }) };
  }
};

interface Begun {
  readonly connection: AccountingConnection;
  readonly reconciliation: Reconciliation;
}

const findActive = async (
  { connections }: Stores,
  { recipientId, connectionId }: ReconcileCommand,
): Promise<AccountingConnection | undefined> => {
  const connection = await connections.find(recipientId, connectionId);
  return connection?.active ? connection : undefined;
};

/** What a person has started, unless it is finished. */
const take = ({ work }: ReconcilePorts, command: ReconcileCommand): Promise<Begun | undefined> =>
  work.run(async (stores) => {
    const { recipientId, reconciliationId = '' } = command;
    const connection = await findActive(stores, command);
    const reconciliation = await stores.reconciliations.find(recipientId, reconciliationId);
    return connection && reconciliation && !reconciliation.finishedAt
      ? { connection, reconciliation }
      : undefined;
  });

const beginNightly = async (ports: ReconcilePorts, command: ReconcileCommand): Promise<Begun | undefined> => {
  const { work, now, newId } = ports;
  const { recipientId, connectionId } = command;
  const connection = await work.run((stores) => findActive(stores, command));
  if (!connection || !offersLookUp(ports, connection, 'billsThere')) return undefined;
  return work.run(async ({ reconciliations }) => {
    const startedAt = now();
    const newest = await reconciliations.newestForChange(recipientId, connectionId);
    if (newest && startedAt.getTime() - newest.startedAt.getTime() < NIGHT_IN_MS)
      // One that died half-way is taken up again.
      return newest.finishedAt ? undefined : { connection, reconciliation: newest };
    const id = newId();
    const reconciliation: Reconciliation = { recipientId, connectionId, id, startedAt, counts: noFindings };
    await reconciliations.start(reconciliation);
    return { connection, reconciliation };
  });
};

/** Whoever has compared so recently, a person or the night before, need not do it again. */
const NIGHT_IN_MS = 12 * 3_600_000;

const giveUp = async ({ reconciliations }: Stores, given: Reconciliation): Promise<Reconciliation> => {
  await reconciliations.finish(given, []);
  return given;
};
