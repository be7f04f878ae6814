import { say } from '@parvis/domain/display/language';
import type { Random } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import type { DeliveryOutcome, ExternalReference, RefusalCode, Unavailable } from './accounting-connector.js';
import type { AccountingConnection, Delivery, DeliveryState } from './delivery-ledger.js';
import { MAXIMUM_ATTEMPTS, retryDelaySeconds } from './retry-policy.js';
import { isOfTheAccount, type RefusedAccount, type StopPorts, stopConnection } from './stop-connection.js';

export interface OutcomeToRecord extends StopPorts {
  readonly delivery: Delivery;
  /** As it was when the delivery was sent. */
  readonly connection: AccountingConnection;
  readonly outcome: DeliveryOutcome;
  readonly now: Date;
  readonly random: Random;
}

/** Writes down what came of a try, and when the next one is due. What was delivered once stays delivered. */
export const recordOutcome = async (stores: Stores, record: OutcomeToRecord): Promise<DeliveryState> => {
  await stores.invoices.findForChange(record.delivery.ref);
  const current = await sameDelivery(stores, record.delivery);
  if (current.state === 'delivered') return current.state;
  const { nextAttemptAt, problem, problemCode, ...plain } = current;
  const { outcome, now } = record;
  switch (outcome.kind) {
    case 'accepted':
    case 'alreadyKnown':
      if (outcome.kind === 'alreadyKnown' && isFirstTry(current)) await readNewsAgain(stores, current);
      return settle(stores, {
        ...plain,
        ...there(outcome.reference),
        state: 'delivered',
        // Replayed and found where it was: it has been there since then.
        deliveredAt: (outcome.kind === 'alreadyKnown' ? plain.deliveredAt : undefined) ?? now,
      });
    case 'refused': {
      const { code, message } = outcome;
      if (isOfTheAccount(code))
        return waitForAccount(stores, { ...record, delivery: plain }, { code, message });
      const state = forSomebodyToLookAt.includes(code) ? 'needsAttention' : 'refused';
      return settle(stores, { ...plain, state, problemCode: code, problem: message });
    }
    case 'unavailable':
      return tryLater(stores, { ...record, delivery: plain, outcome });
  }
};

const isFirstTry = ({ attempts, deliveredAt }: Delivery): boolean =>
  attempts === 1 && deliveredAt === undefined;

/**
 * Somebody else brought it there before: another connection to the same books, or a life before this one. What the books
 * told of it lies before our place in their news, and was nobody's. Reading the rest twice does no harm: known states are
 * told apart by what they say.
 */
const readNewsAgain = async (
  { connections, jobs }: Stores,
  { ref: { recipientId }, connectionId }: Delivery,
): Promise<void> => {
  await connections.forgetCursor(recipientId, connectionId);
  await jobs.add({ kind: 'pullStatuses', recipientId, connectionId });
};

/** Something stands in the books, or stood there, that should not be as it is. */
const forSomebodyToLookAt: readonly RefusalCode[] = ['amount-differs', 'typed-in-by-hand', 'gone-there'];

/** Nothing will try it before somebody resumes the connection, which wakes all that waits. */
const waitForAccount = async (
  stores: Stores,
  record: OutcomeToRecord,
  { code, message }: Pick<RefusedAccount, 'code' | 'message'>,
): Promise<DeliveryState> => {
  const { delivery, connection, now } = record;
  if (await stopConnection(stores, record, { connection, code, message, at: now }))
    return settle(stores, { ...delivery, state: 'waiting', problemCode: code, problem: message });
  return tryLater(stores, { ...record, outcome: { kind: 'unavailable', message: settingsChanged } });
};

const settingsChanged = say(
  'Les réglages du raccordement ont changé pendant l’envoi. Un nouvel essai est prévu.',
  'The settings of the connection changed during the sending. Another try is planned.',
);

const tryLater = async (
  stores: Stores,
  { delivery, outcome, now, random }: OutcomeToRecord & { readonly outcome: Unavailable },
): Promise<DeliveryState> => {
  const troubled: Delivery = { ...delivery, problemCode: 'unavailable', problem: outcome.message };
  if (delivery.attempts >= MAXIMUM_ATTEMPTS) return settle(stores, { ...troubled, state: 'parked' });
  const { ref, connectionId, attempts } = delivery;
  const startAfterSeconds = retryDelaySeconds(attempts, random, outcome.retryAfterSeconds);
  await stores.jobs.add({ kind: 'deliverInvoice', ref, connectionId }, { startAfterSeconds });
  const nextAttemptAt = new Date(now.getTime() + startAfterSeconds * 1000);
  return settle(stores, { ...troubled, state: 'waiting', nextAttemptAt });
};

const there = ({ id, number }: ExternalReference): Pick<Delivery, 'remoteId' | 'remoteNumber'> =>
  number === undefined ? { remoteId: id } : { remoteId: id, remoteNumber: number };

const settle = async ({ deliveries }: Stores, delivery: Delivery): Promise<DeliveryState> => {
  await deliveries.save(delivery);
  return delivery.state;
};

/** The row of the revision that was sent, as it stands now. */
const sameDelivery = async (
  { deliveries }: Stores,
  { ref, connectionId, revision }: Delivery,
): Promise<Delivery> => {
  const all = await deliveries.ofInvoice(ref);
  const same = all.find((row) => row.connectionId === connectionId && row.revision === revision);
  if (!same) throw new Error(`delivery ${revision} of invoice ${ref.invoiceId} has vanished`);
  return same;
};
