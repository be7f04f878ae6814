import { Decimal } from '@parvis/domain/amount/decimal';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { BillThereNow } from './accounting-connector.js';
import type { Finding, SentInvoice } from './reconciliation-store.js';

/**
 * `moving`: our side changes at this moment, and says nothing yet. `atPeace`: it stands on neither side, as it should:
 * refused here, and cancelled or deleted there.
 */
export type Verdict = Finding | 'moving' | 'atPeace';

/** What the bills that bear one invoice's key, under whichever revision, say beside what we sent of it. */
export const judgeBills = (
  sent: SentInvoice | undefined,
  bills: readonly BillThereNow[],
  startedAt: Date,
): Verdict => {
  const live = bills.filter(({ cancelled }) => !cancelled);
  if (!sent) return live.length > 0 ? 'onlyThere' : 'atPeace';
  if (isMoving(sent, startedAt)) return 'moving';
  const [bill] = live;
  if (!bill) return sent.wasDelivered ? missing(sent, bills) : 'atPeace';
  if (live.length > 1) return 'twice';
  if (!Decimal.of(bill.gross).equals(Decimal.of(sent.gross))) return 'differentAmount';
  return sent.wasDelivered ? 'same' : 'onlyThere';
};

const isMoving = ({ state, touchedAt }: SentInvoice, startedAt: Date): boolean =>
  state === 'waiting' || state === 'sending' || touchedAt >= startedAt;

const over: readonly Status[] = ['refused', 'rejected'];

const missing = ({ status }: SentInvoice, cancelled: readonly BillThereNow[]): Verdict => {
  if (over.includes(status)) return 'atPeace';
  return cancelled.length > 0 ? 'cancelledThere' : 'onlyHere';
};
