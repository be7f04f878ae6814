import type { DeliveryKey, ReceivedStatus } from '@parvis/application/accounting/accounting-connector';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import { type Stamp, stampToDate, startOfDay } from '../protocol/values.js';
import type { BillRow, NoteRow, PaymentRow } from './bill-rows.js';

/** A bill with its payments and the notes on any of them. */
export interface BillNews {
  readonly bill: BillRow;
  readonly payments: readonly PaymentRow[];
  readonly notes: readonly NoteRow[];
  /** Where the company is: a date of Tryton's is a day there. */
  readonly timeZone: string;
}

interface Step {
  readonly sourceCode: string;
  readonly at: Stamp;
  readonly actions: readonly Action[];
  readonly reason?: string | undefined;
}

/**
 * Tryton keeps no history of states, but dates most of the steps behind one. Every step that can still be dated is told,
 * each time the same, so that one read before is recognised and one missed between two readings is filled in.
 */
export const decodeBill = (news: BillNews): ReceivedStatus[] =>
  stepsOf(news)
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ sourceCode, at, actions, reason }) => ({
      reference: referenceOf(news.bill),
      ...keyIn(news.bill),
      sourceCode,
      actions,
      occurredAt: stampToDate(at),
      ...(reason ? { reason } : {}),
    }));

const stepsOf = (news: BillNews): Step[] => {
  const { bill } = news;
  switch (bill.state) {
    case 'draft':
      // As we made it; with a number, the accountant has taken it back.
      return bill.number ? [{ sourceCode: 'draft', at: lastTouched(bill), actions: [] }] : [];
    case 'validated':
      return [{ sourceCode: 'validated', at: bill.numbered_at ?? lastTouched(bill), actions: ['approve'] }];
    case 'posted':
      return [posted(news), ...news.payments.flatMap((payment) => paymentStep(payment, news))];
    case 'paid':
      return [posted(news), ...returned(news), paid(news)];
    case 'cancelled':
      return [cancelled(news)];
    default:
      return [{ sourceCode: bill.state, at: lastTouched(bill), actions: [] }];
  }
};

const posted = ({ bill, timeZone }: BillNews): Step => ({
  sourceCode: 'posted',
  at: latest(bill.numbered_at ?? bill.create_date, startOf(bill['move.']?.post_date, timeZone)),
  actions: ['orderPayment'],
});

/** Of a payment only its present state is known. */
const paymentStep = (payment: PaymentRow, news: BillNews): Step[] => {
  const at = latest(payment.write_date ?? '', posted(news).at);
  switch (payment.state) {
    case 'approved':
      return [{ sourceCode: 'payment approved', at, actions: ['handToAccountant'] }];
    case 'processing':
      return [{ sourceCode: 'payment processing', at, actions: ['book'] }];
    case 'failed':
      return [
        {
          sourceCode: 'payment failed',
          at,
          actions: ['returnPayment'],
          reason: reasonOf(news, `account.payment,${payment.id}`),
        },
      ];
    default:
      return [];
  }
};

/** Before the payment that succeeded another may have come back. */
const returned = (news: BillNews): Step[] =>
  news.payments.filter(({ state }) => state === 'failed').flatMap((payment) => paymentStep(payment, news));

/** The step between, booking, is part of it where it was not seen. */
const paid = (news: BillNews): Step => {
  const { bill, payments, timeZone } = news;
  const succeeded = payments
    .filter(({ state }) => state === 'succeeded')
    .map(({ write_date }) => write_date ?? '');
  return {
    sourceCode: 'paid',
    at: latest(posted(news).at, startOf(bill.reconciled, timeZone), ...succeeded),
    actions: ['book', 'startPayment'],
  };
};

/** A bill that got a number stands in the books: cancelling it is for a person to judge here too. */
const cancelled = (news: BillNews): Step => ({
  sourceCode: 'cancelled',
  at: lastTouched(news.bill),
  actions: news.bill.number ? [] : ['refuse'],
  reason: reasonOf(news),
});

/** The latest note, on the payment if one is named, else on any of the bill's records. */
const reasonOf = ({ notes }: BillNews, resource?: string): string | undefined => {
  const named = notes.filter((note) => note.resource === resource);
  const [last] = (named.length > 0 ? named : notes).toSorted((one, other) =>
    one.create_date < other.create_date ? 1 : -1,
  );
  return last?.message?.trim() || undefined;
};

const lastTouched = ({ write_date, create_date }: BillRow): Stamp => write_date ?? create_date;

const startOf = (day: string | null | undefined, timeZone: string): Stamp =>
  day ? startOfDay(day, timeZone) : '';

const latest = (...stamps: readonly Stamp[]): Stamp =>
  stamps.reduce((one, other) => (other > one ? other : one));

const referenceOf = ({ id, number }: BillRow): ReceivedStatus['reference'] => ({
  id: String(id),
  ...(number ? { number } : {}),
});

/** The key that a bill's description begins with. */
export const keyIn = ({
  description,
}: {
  readonly description: string | null;
}): { readonly key?: DeliveryKey } => {
  const [, key] = /^\[(parvis:[A-Za-z0-9-]+:\d+)\]/.exec(description ?? '') ?? [];
  return key ? { key: key as DeliveryKey } : {};
};
