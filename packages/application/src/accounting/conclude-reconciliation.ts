import { say } from '@parvis/domain/display/language';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Stores } from '../ports/work.js';
import type { BillThereNow } from './accounting-connector.js';
import { type FirstSight, sentNow } from './compare-sides.js';
import type { AccountingConnection, Delivery } from './delivery-ledger.js';
import { judgeBills } from './judge-bills.js';
import {
  type Discrepancy,
  type Finding,
  noFindings,
  type Reconciliation,
  type SentInvoice,
} from './reconciliation-store.js';

export interface Conclusion {
  readonly connection: AccountingConnection;
  readonly reconciliation: Reconciliation;
  readonly sight: FirstSight;
  /** When the reading began: what changed here since then is left out. */
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** The second look: suspects are judged on what both sides say now. Keeps the report and marks what has gone there. */
export const concludeReconciliation = async (
  stores: Stores,
  { connection, reconciliation, sight, startedAt, finishedAt }: Conclusion,
): Promise<Reconciliation> => {
  const known = await sentNow(stores, connection, [...sight.suspects.keys()]);
  const counts: Record<Finding, number> = { ...noFindings, same: sight.same };
  const discrepancies: Discrepancy[] = [];
  const gone: InvoiceRef[] = [];
  for (const [invoiceId, bills] of sight.suspects) {
    if (known.elsewhere.has(invoiceId)) continue;
    const sent = known.sent.get(invoiceId);
    const verdict = judgeBills(sent, bills, startedAt);
    if (verdict === 'moving' || verdict === 'atPeace') continue;
    counts[verdict] += 1;
    const ref = { recipientId: connection.recipientId, invoiceId };
    if (verdict !== 'same') discrepancies.push(discrepancyOf(verdict, sent && { ...sent, ref }, bills));
    else if (sent?.isGone) await takeBack(stores, connection, ref, bills);
    if (verdict === 'onlyHere') gone.push(ref);
  }
  for (const ref of gone.slice(0, MARKED_AT_ONCE)) await markGone(stores, connection, ref);
  const finished: Reconciliation = { ...reconciliation, finishedAt, counts };
  await stores.reconciliations.finish(finished, discrepancies);
  return finished;
};

/** Books that lost more than this at once are other books, most likely; the next comparison marks what is left. */
const MARKED_AT_ONCE = 1_000;

const discrepancyOf = (
  finding: Discrepancy['finding'],
  sent: (SentInvoice & { readonly ref: InvoiceRef }) | undefined,
  bills: readonly BillThereNow[],
): Discrepancy => {
  const live = bills.filter(({ cancelled }) => !cancelled);
  const told = live.length > 0 ? live : bills;
  const [bill] = told;
  const numbers = told.map(({ reference }) => reference.number ?? reference.id).join(' · ');
  const remoteId = bill?.reference.id ?? sent?.remoteId;
  const remoteNumber = told.length > 0 ? numbers : sent?.remoteNumber;
  const invoiceNumber = sent?.number ?? bill?.invoiceNumber;
  return {
    finding,
    ...(sent ? { ref: sent.ref, grossHere: sent.gross } : {}),
    ...(invoiceNumber === undefined ? {} : { invoiceNumber }),
    ...(bill ? { grossThere: bill.gross } : {}),
    ...(remoteId === undefined ? {} : { remoteId }),
    ...(remoteNumber === undefined ? {} : { remoteNumber }),
  };
};

/** The delivery as it stands now, held until the end; undefined when it is no longer in that state. */
const hold = async (
  { invoices, deliveries }: Stores,
  { id }: AccountingConnection,
  ref: InvoiceRef,
): Promise<Delivery | undefined> => {
  await invoices.findForChange(ref);
  return deliveries.find(ref, id);
};

const markGone = async (stores: Stores, connection: AccountingConnection, ref: InvoiceRef): Promise<void> => {
  const delivery = await hold(stores, connection, ref);
  if (delivery?.state !== 'delivered') return;
  const problem = say(
    'Cette facture n’est plus dans le logiciel comptable, où elle avait été reçue.',
    'This invoice is no longer in the accounting system, which had received it.',
  );
  await stores.deliveries.save({ ...delivery, state: 'needsAttention', problemCode: 'gone-there', problem });
};

/** Somebody has brought the bill back there: nothing is left to do. */
const takeBack = async (
  stores: Stores,
  connection: AccountingConnection,
  ref: InvoiceRef,
  bills: readonly BillThereNow[],
): Promise<void> => {
  const delivery = await hold(stores, connection, ref);
  if (delivery?.problemCode !== 'gone-there') return;
  const { problem: _problem, problemCode: _code, ...plain } = delivery;
  const reference = bills.find(({ cancelled }) => !cancelled)?.reference;
  await stores.deliveries.save({
    ...plain,
    state: 'delivered',
    ...(reference ? { remoteId: reference.id } : {}),
  });
};
