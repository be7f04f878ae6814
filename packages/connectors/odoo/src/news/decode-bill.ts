import type { DeliveryKey, ReceivedStatus } from '@parvis/application/accounting/accounting-connector';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { BillRow, LineRow, MessageRow, PartialRow } from './bill-rows.js';
import { plainText } from './plain-text.js';

/** A bill with what dates the steps behind it. */
export interface BillNews {
  readonly bill: BillRow;
  readonly key: DeliveryKey | undefined;
  readonly lines: readonly LineRow[];
  readonly partials: readonly PartialRow[];
  readonly messages: readonly MessageRow[];
  /** The kind of message Odoo writes by itself when a bill becomes paid. */
  readonly paidSubtype: number | undefined;
}

interface Step {
  readonly sourceCode: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly actions: readonly Action[];
  readonly reason?: string | undefined;
}

/**
 * Odoo keeps no history of states that an ordinary account may read, but dates most of the steps behind one. Every step
 * that can still be dated is told, each time the same, so that one read before is recognised and one missed between two
 * readings is filled in.
 */
export const decodeBill = (news: BillNews): ReceivedStatus[] =>
  stepsOf(news)
    .toSorted((one, other) => one.at - other.at)
    .map(({ sourceCode, at, actions, reason }) => ({
      reference: referenceOf(news.bill),
      ...(news.key ? { key: news.key } : {}),
      sourceCode,
      actions,
      occurredAt: new Date(at * 1000),
      ...(reason ? { reason } : {}),
    }));

const stepsOf = (news: BillNews): Step[] => {
  const { bill } = news;
  switch (bill.state) {
    case 'draft':
      // As we made it; posted before, the accountant has taken it back.
      return bill.posted_before ? [{ sourceCode: 'draft', at: touched(news), actions: [] }] : [];
    case 'posted':
      return [posted(news), ...paymentSteps(news)];
    case 'cancel':
      return [cancelled(news)];
    default:
      return [{ sourceCode: bill.state, at: bill.write_date, actions: [] }];
  }
};

/** Posting rewrites the state on every line of the bill; paying touches only the line of the debt. */
const posted = (news: BillNews): Step => ({
  sourceCode: 'posted',
  at: touched(news),
  actions: ['orderPayment'],
});

/** Where a bill stands is one thing to Odoo, and what is paid of it another. */
const paymentSteps = (news: BillNews): Step[] => {
  const { payment_state: state } = news.bill;
  switch (state) {
    case undefined:
    case 'not_paid':
      return [...paidSteps(news), ...returned(news)];
    case 'partial':
      return [...paidSteps(news), { sourceCode: 'partial', at: lastPayment(news), actions: [] }];
    case 'in_payment':
      return [{ sourceCode: 'in_payment', at: lastPayment(news), actions: ['book'] }];
    case 'paid':
      return paidSteps(news).length > 0 ? paidSteps(news) : [paid(lastPayment(news))];
    default:
      return [{ sourceCode: state, at: lastPayment(news), actions: [] }];
  }
};

/** The step between, booking, is part of it where it was not seen. */
const paid = (at: number): Step => ({ sourceCode: 'paid', at, actions: ['book', 'startPayment'] });

const paidSteps = ({ messages, paidSubtype }: BillNews): Step[] =>
  messages
    .filter(({ subtype_id }) => paidSubtype !== undefined && subtype_id === paidSubtype)
    .map(({ date }) => paid(date));

/** Nothing is paid any more of a bill that Odoo has once called paid. */
const returned = (news: BillNews): Step[] => {
  const last = paidSteps(news).at(-1);
  if (!last) return [];
  const at = Math.max(last.at, ...stampsOf(news, 'payment_term'));
  return [{ sourceCode: 'not_paid', at, actions: ['returnPayment'], reason: lastComment(news, last.at) }];
};

/** Posted before, the payment may be ordered or made: that is for a person. */
const cancelled = (news: BillNews): Step => ({
  sourceCode: 'cancel',
  at: touched(news),
  actions: news.bill.posted_before ? [] : ['refuse'],
  reason: lastComment(news),
});

const touched = (news: BillNews): number => Math.max(news.bill.create_date, ...stampsOf(news, 'product'));

const stampsOf = ({ lines }: BillNews, type: string): number[] =>
  lines.filter(({ display_type }) => display_type === type).map(({ write_date }) => write_date);

const lastPayment = (news: BillNews): number =>
  Math.max(touched(news), ...news.partials.map(({ create_date }) => create_date));

/** What people write in the discussion beside the bill. */
const lastComment = ({ messages }: BillNews, since = 0): string | undefined => {
  const last = messages.findLast(({ message_type, date }) => message_type === 'comment' && date >= since);
  return last?.body === undefined ? undefined : plainText(last.body);
};

const referenceOf = ({ id, name, posted_before }: BillRow): ReceivedStatus['reference'] => ({
  id: String(id),
  ...(name && name !== '/' && posted_before ? { number: name } : {}),
});
