import { say } from '@parvis/domain/display/language';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { DocumentStore } from '../documents/document-store.js';
import type { RenderReadable } from '../invoice/render-readable.js';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock, MarkPoint, NewId, Random, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import { type DeliveryOutcome, deliveryKey } from './accounting-connector.js';
import { type ClaimedDelivery, claimDelivery } from './claim-delivery.js';
import type { DeliveryState } from './delivery-ledger.js';
import { type Listener, listenTo } from './keep-exchanges.js';
import { makeEnvelope } from './make-envelope.js';
import type { OpenConnector } from './open-connector.js';
import { recordOutcome } from './record-outcome.js';
import { wakeDeliveries } from './wake-deliveries.js';

export interface DeliverInvoicePorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly renderReadable: RenderReadable;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly sha256: Sha256;
  readonly newId: NewId;
  readonly random: Random;
  readonly mark: MarkPoint;
  readonly log: LogProblem;
  /** Of the installation, for the addresses of pages in mails. */
  readonly publicUrl: string;
  /** How long one try may take before another process takes it up; 120 by default. */
  readonly leaseSeconds?: number;
}

export interface DeliverInvoiceCommand {
  readonly ref: InvoiceRef;
  readonly connectionId: string;
  /** A person waits: the system is asked even while it is being left in peace. */
  readonly pressing?: boolean;
}

export type DeliverInvoice = (command: DeliverInvoiceCommand) => Promise<DeliveryState>;

/**
 * Brings one invoice into an entity's books, exactly once whatever dies in between: « sending » is committed before the
 * connector is called, and a try that was cut short is made again under the same key, which the connector looks up first.
 */
export const makeDeliverInvoice =
  (ports: DeliverInvoicePorts): DeliverInvoice =>
  async (command) => {
    const { work, now, mark, leaseSeconds = 120 } = ports;
    const { pressing = false, ...which } = command;
    const claim = await work.run((stores) => claimDelivery(stores, { ...which, leaseSeconds, now: now() }));
    if (claim.kind === 'settled') return claim.state;
    mark('deliver.beforeSend');
    const listener = listenTo(claim.connection);
    const outcome = await send(ports, { ...claim, pressing }, listener);
    mark('deliver.beforeRecord');
    const state = await work.run(async (stores) => {
      await stores.exchanges.add(listener.heard(claim.delivery));
      const { delivery, connection } = claim;
      const state = await recordOutcome(stores, { ...ports, delivery, connection, outcome, now: now() });
      // It answers again: what waits for its next try need not.
      if (pressing && outcome.kind !== 'unavailable') await wakeDeliveries(stores, connection);
      return state;
    });
    mark('deliver.afterRecord');
    return state;
  };

/** No unit of work is open here: the other system may take its time. */
const send = async (
  ports: DeliverInvoicePorts,
  claim: ClaimedDelivery & { readonly pressing: boolean },
  { listen }: Listener,
): Promise<DeliveryOutcome> => {
  const { ref, revision } = claim.delivery;
  try {
    const envelope = await makeEnvelope(ports, claim);
    return await ports
      .openConnector(claim.connection, listen, claim.pressing)
      .deliver(envelope, deliveryKey(ref.invoiceId, revision));
  } catch (failure) {
    ports.log(
      'a delivery failed',
      { invoiceId: ref.invoiceId, connectionId: claim.connection.id, attempts: claim.delivery.attempts },
      failure,
    );
    return {
      kind: 'unavailable',
      message: say(
        'L’envoi n’a pas abouti pour une raison technique. Il sera repris sans votre intervention.',
        'Sending failed for a technical reason. It will be taken up again without you.',
      ),
    };
  }
};
