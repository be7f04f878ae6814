import type { Connection } from '@parvis/domain/access/actor';
import type { EventReason, EventSource } from '@parvis/domain/life-cycle/event';
import { type Action, availableActions } from '@parvis/domain/life-cycle/transitions';
import { type ApplyTransitionCommand, applyTransitionIn } from '../invoice/apply-transition.js';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock, NewId, Sha256 } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import type { ReceivedStatus } from './accounting-connector.js';
import type { AccountingConnection, Delivery } from './delivery-ledger.js';
import { findDelivery } from './find-delivery.js';

export interface ApplyStatusPorts {
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly log: LogProblem;
}

/** Records one received state of one bill; answers how many life-cycle events came of it. */
export const applyStatus = async (
  stores: Stores,
  ports: ApplyStatusPorts,
  connection: AccountingConnection,
  status: ReceivedStatus,
): Promise<number> => {
  const delivery = await findForChange(stores, connection, status);
  // Their books hold bills of other origins: no business of ours.
  if (!delivery) return 0;
  const isNew = await stores.deliveries.markApplied({
    recipientId: connection.recipientId,
    connectionId: connection.id,
    fingerprint: fingerprintOf(status, ports.sha256),
    status,
    appliedAt: ports.now(),
  });
  if (!isNew || saysNothingNew(delivery, status)) return 0;
  await stores.deliveries.save(withRemoteState(delivery, status));
  if (status.actions.length === 0)
    ports.log('an accounting system used a word we do not know', {
      connectionId: connection.id,
      invoiceId: delivery.ref.invoiceId,
      word: status.sourceCode,
    });
  return connection.live ? applyActions(stores, ports, { connection, delivery, status }) : 0;
};

/** Whoever changes a delivery holds its invoice: a delivery that ends at this moment is read after it has ended. */
const findForChange = async (
  { deliveries, invoices }: Stores,
  connection: AccountingConnection,
  status: ReceivedStatus,
): Promise<Delivery | undefined> => {
  const found = await findDelivery(deliveries, connection, status);
  if (!found) return undefined;
  await invoices.findForChange(found.ref);
  return findDelivery(deliveries, connection, status);
};

/** What was received, whole: the same state read again gives the same text, the same state entered again another. */
const fingerprintOf = (
  { reference, sourceCode, actions, occurredAt, reason }: ReceivedStatus,
  sha256: Sha256,
): string =>
  sha256(
    JSON.stringify([
      reference.id,
      reference.number ?? null,
      sourceCode,
      actions,
      occurredAt.toISOString(),
      reason ?? null,
    ]),
  );

/** The bill was touched there, and stands where it stood. */
const saysNothingNew = (delivery: Delivery, { sourceCode, reference }: ReceivedStatus): boolean =>
  delivery.remoteStatus === sourceCode &&
  delivery.remoteId === reference.id &&
  (reference.number === undefined || reference.number === delivery.remoteNumber);

const withRemoteState = (delivery: Delivery, { sourceCode, reference }: ReceivedStatus): Delivery => ({
  ...delivery,
  remoteId: reference.id,
  ...(reference.number === undefined ? {} : { remoteNumber: reference.number }),
  remoteStatus: sourceCode,
});

interface Received {
  readonly connection: AccountingConnection;
  readonly delivery: Delivery;
  readonly status: ReceivedStatus;
}

/** The last act is where the bill stands; those before it fill the gap between two readings, where there is one. */
const applyActions = async (stores: Stores, ports: ApplyStatusPorts, received: Received): Promise<number> => {
  const { connection, delivery, status } = received;
  const last = status.actions.at(-1);
  let events = 0;
  for (const action of status.actions) {
    const isWanted = action === last ? isUntold : fillsGap;
    if (!(await isWanted(stores, delivery, action))) continue;
    const command = commandOf(received, action, ports.now());
    const result = await applyTransitionIn(stores, ports, command, actorOf(connection));
    if (result.ok) events += 1;
    else logRefusal(ports.log, received, action, result.refusal.code);
  }
  return events;
};

const DAY_MS = 86_400_000;

/** Nothing has happened tomorrow: periods and payments would be counted from a day that has not come. */
const notAhead = (occurredAt: Date, now: Date): Date =>
  occurredAt.getTime() > now.getTime() + DAY_MS ? now : occurredAt;

const commandOf = (
  { connection, delivery, status }: Received,
  action: Action,
  now: Date,
): ApplyTransitionCommand => ({
  ref: delivery.ref,
  action,
  occurredAt: notAhead(status.occurredAt, now),
  source: sourceOf(connection, status),
  ...reasonGiven(status, action),
});

/** False when the history tells this step already and no returned payment has undone it since. */
const isUntold = async ({ invoices }: Stores, { ref }: Delivery, action: Action): Promise<boolean> => {
  const events = await invoices.eventsOf(ref);
  const lastReturn = events.findLastIndex((event) => event.action === 'returnPayment');
  return !events.slice(lastReturn + 1).some((event) => event.action === action);
};

const fillsGap = async ({ invoices }: Stores, { ref }: Delivery, action: Action): Promise<boolean> => {
  const invoice = await invoices.find(ref);
  return invoice !== undefined && availableActions(invoice.status, 'accountant').includes(action);
};

const actorOf = ({ id, recipientId, name, refuseWhenCancelled }: AccountingConnection): Connection => ({
  kind: 'connection',
  connectionId: id,
  structureId: recipientId,
  name,
  refusesForBuyer: refuseWhenCancelled,
});

const sourceOf = (
  { system }: AccountingConnection,
  { sourceCode, reference }: ReceivedStatus,
): EventSource => ({
  system,
  code: sourceCode,
  reference: reference.number ?? reference.id,
});

/** No refusal goes without a reason, and not every system tells one. */
const reasonGiven = ({ reason }: ReceivedStatus, action: Action): { readonly reason?: EventReason } => {
  if (reason !== undefined) return { reason: reasonOf(reason) };
  return action === 'refuse' ? { reason: reasonOf('Annulée dans le logiciel comptable') } : {};
};

/** Their reasons are free text. */
const reasonOf = (text: string): EventReason => ({ code: 'AUTRE', text: [...text].slice(0, 255).join('') });

const logRefusal = (
  log: LogProblem,
  { connection, delivery, status }: Received,
  action: Action,
  refusal: string,
): void =>
  log('a received status could not be applied', {
    connectionId: connection.id,
    invoiceId: delivery.ref.invoiceId,
    word: status.sourceCode,
    action,
    refusal,
  });
