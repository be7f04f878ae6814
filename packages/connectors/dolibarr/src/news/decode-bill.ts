import type { DeliveryKey, ReceivedStatus } from '@parvis/application/accounting/accounting-connector';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import { ABANDONED, type BillRow, DRAFT, isNumbered, PAID, VALIDATED } from '../delivering/bill-row.js';

/** What the diary noted by itself: `BILL_SUPPLIER_VALIDATE`… */
export interface BillEvent {
  readonly code: string;
  /** Seconds since 1970. */
  readonly at: number;
}

export interface BillPayment {
  readonly amount: Decimal;
  /** Seconds since 1970, at the day's beginning. */
  readonly at: number;
}

/** A bill with what dates the steps behind it. */
export interface BillNews {
  readonly bill: BillRow;
  /** Of the module Agenda, the oldest first; empty where it is off. */
  readonly events: readonly BillEvent[];
  readonly payments: readonly BillPayment[];
}

interface Step {
  readonly sourceCode: string;
  readonly at: number;
  readonly actions: readonly Action[];
  readonly reason?: string | undefined;
}

/**
 * Dolibarr tells where a bill stands, and its diary how it came there. Without the diary only the present state is told,
 * with every act that leads to it.
 */
export const decodeBill = (news: BillNews): ReceivedStatus[] =>
  stepsOf(news)
    .toSorted((one, other) => one.at - other.at)
    .map(({ sourceCode, at, actions, reason }) => ({
      reference: referenceOf(news.bill),
      ...keyOf(news.bill),
      sourceCode,
      actions,
      occurredAt: new Date(at * 1000),
      ...(reason ? { reason } : {}),
    }));

const stepsOf = (news: BillNews): Step[] => {
  const { bill } = news;
  switch (bill.status) {
    case DRAFT:
      // As we made it; with a number, the accountant has taken it back.
      return isNumbered(bill.ref) ? [{ sourceCode: 'draft', at: bill.changed, actions: [] }] : [];
    case VALIDATED:
    case PAID:
      return hasDiary(news) ? notedSteps(news) : presentStep(news);
    case ABANDONED:
      return [abandoned(news)];
    default:
      return [{ sourceCode: bill.status, at: bill.changed, actions: [] }];
  }
};

const hasDiary = ({ events }: BillNews): boolean => events.some(({ code }) => code === VALIDATE);

const VALIDATE = 'BILL_SUPPLIER_VALIDATE';
const PAYED = 'BILL_SUPPLIER_PAYED';
const UNPAYED = 'BILL_SUPPLIER_UNPAYED';
const CANCELED = 'BILL_SUPPLIER_CANCELED';

/** The step between, booking, is part of being paid: Dolibarr does not show it. */
const notedSteps = (news: BillNews): Step[] => {
  const { bill, events } = news;
  const noted = events.flatMap(({ code, at }, index): Step[] => {
    switch (code) {
      case VALIDATE:
        return [{ sourceCode: 'unpaid', at, actions: ['orderPayment'] }];
      case PAYED:
        return [{ sourceCode: 'paid', at, actions: ['book', 'startPayment'] }];
      case UNPAYED: {
        const wasPaid = events.slice(0, index).some((earlier) => earlier.code === PAYED);
        return wasPaid ? [{ sourceCode: UNPAYED, at, actions: ['returnPayment'] }] : [];
      }
      default:
        return [];
    }
  });
  const paidUnnoted = bill.status === PAID && !events.some(({ code }) => code === PAYED);
  return [
    ...noted,
    ...(paidUnnoted ? [{ ...presentPaid(news), actions: ['book', 'startPayment'] as const }] : []),
    ...started(news),
  ];
};

const presentStep = (news: BillNews): Step[] => {
  const { bill, payments } = news;
  if (bill.status === PAID) return [presentPaid(news)];
  const first = Math.min(bill.changed, ...payments.map(({ at }) => at));
  return [{ sourceCode: 'unpaid', at: first, actions: ['orderPayment'] }, ...started(news)];
};

const presentPaid = ({ bill, payments }: BillNews): Step => ({
  sourceCode: 'paid',
  at: payments.at(-1)?.at ?? bill.changed,
  actions: ['orderPayment', 'book', 'startPayment'],
});

/** Some of it is paid: nothing changes for the supplier before the rest is. */
const started = ({ bill, payments }: BillNews): Step[] => {
  const last = payments.at(-1);
  if (bill.status !== VALIDATED || !last) return [];
  const paid = Decimal.sum(payments.map(({ amount }) => amount));
  return paid.absolute().compare(bill.total_ttc.absolute()) < 0
    ? [{ sourceCode: 'started', at: last.at, actions: [] }]
    : [];
};

/** Once numbered, its payment may be ordered or made: that is for a person. */
const abandoned = ({ bill, events }: BillNews): Step => ({
  sourceCode: 'cancelled',
  at: events.findLast(({ code }) => code === CANCELED)?.at ?? bill.changed,
  actions: isNumbered(bill.ref) ? [] : ['refuse'],
  reason: bill.close_note ?? bill.close_code,
});

const referenceOf = ({ id, ref }: BillRow): ReceivedStatus['reference'] => ({
  id: String(id),
  ...(isNumbered(ref) ? { number: ref } : {}),
});

export const keyOf = ({ ref_ext }: BillRow): { readonly key?: DeliveryKey } =>
  ref_ext !== undefined && /^parvis:[A-Za-z0-9-]+:\d+$/.test(ref_ext) ? { key: ref_ext as DeliveryKey } : {};
