import type { Actor } from '@parvis/domain/access/actor';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { AccountingConnection, DeliveriesToReopen } from './delivery-ledger.js';
import { traceConnection } from './trace-connection.js';

export interface ReopenPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface Reopening {
  readonly connection: AccountingConnection;
  readonly actor: Actor;
  readonly which: DeliveriesToReopen;
  readonly act: 'connection.retried' | 'connection.replayed';
  readonly details: object;
}

export interface Reopened {
  readonly count: number;
  /** True when there are others, for which to ask again. */
  readonly more: boolean;
}

/** Each batch holds its invoices for a moment only. */
const AT_ONCE = 500;

/** What one answer leaves time for, with room to spare. */
const MOST_BATCHES = 40;

/** Has deliveries waiting again, batch by batch, each with its jobs. */
export const reopenAll = async (ports: ReopenPorts, reopening: Reopening): Promise<Reopened> => {
  let count = 0;
  let last = AT_ONCE;
  for (let batch = 0; last === AT_ONCE && batch < MOST_BATCHES; batch += 1) {
    last = await reopenBatch(ports.work, reopening, batch === 0);
    count += last;
  }
  if (count > 0) await trace(ports, reopening, count);
  return { count, more: last === AT_ONCE };
};

/** The very first finds out for all whether the system answers again. */
const reopenBatch = (work: Work, { connection, which }: Reopening, isFirst: boolean): Promise<number> =>
  work.run(async ({ deliveries, jobs }) => {
    const { recipientId, id: connectionId } = connection;
    const refs = await deliveries.reopen(recipientId, connectionId, which, AT_ONCE);
    await jobs.addAll(
      refs.map((ref, index) => ({
        kind: 'deliverInvoice',
        ...{ ref, connectionId },
        ...(isFirst && index === 0 && { pressing: true }),
      })),
    );
    return refs.length;
  });

const trace = (
  { work, now }: ReopenPorts,
  { connection, actor, act, details }: Reopening,
  count: number,
): Promise<void> =>
  work.run((stores) =>
    traceConnection(stores, actor, connection, { act, at: now(), details: { ...details, count } }),
  );
