import type { StatusCursor, StatusPage } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import {
  advanceSeconds,
  readSeconds,
  type SecondsRange,
  secondsRange,
  writeSeconds,
} from '@parvis/connector-kit/whole-seconds';
import { z } from 'zod';
import type { DolibarrConnection } from '../connection.js';
import { type BillRow, billRow, PAID, VALIDATED } from '../delivering/bill-row.js';
import { amountValue, epochValue, numberValue, serverTime, shownOnce } from '../protocol/values.js';
import { type BillEvent, type BillPayment, decodeBill } from './decode-bill.js';

/** Bills of ours, whatever became of them. */
export const oursFilter = "(t.ref_ext:like:'parvis:%')";

/** One page of what changed, each bill as it stands now with what dates its steps. */
export const readNews = async (
  client: DolibarrConnection,
  cursor: StatusCursor | null,
): Promise<StatusPage> => {
  const { overlapSeconds, pageSize, timeZone } = client.settings;
  const place = readSeconds(cursor);
  const range = secondsRange(place, overlapSeconds);
  // In the middle of a reading it must not go back, or it would not end.
  const from = place.reading ? range.from : shownOnce(range.from, timeZone);
  const rows = await changedBills(client, { ...range, from });
  const page = advanceSeconds(
    place,
    rows.map((bill) => ({ id: bill.id, stamp: bill.changed, bill })),
    pageSize,
  );
  const bills = page.told.map(({ bill }) => bill);
  const events = await eventsOf(client, bills);
  const news = [];
  for (const bill of bills) {
    const payments = await paymentsOf(client, bill);
    news.push({ bill, payments, events: events.get(bill.id) ?? [] });
  }
  return {
    kind: 'page',
    statuses: news.flatMap(decodeBill),
    next: writeSeconds(page.place),
    more: page.more,
  };
};

const changedBills = (client: DolibarrConnection, { from, before, afterId }: SecondsRange) => {
  const { timeZone, pageSize } = client.settings;
  return client.list(
    {
      path: 'supplierinvoices',
      filters: [
        oursFilter,
        `(t.tms:>=:'${serverTime(from, timeZone)}')`,
        ...(before === undefined ? [] : [`(t.tms:<:'${serverTime(before, timeZone)}')`]),
        ...(afterId === undefined ? [] : [`(t.rowid:>:${afterId})`]),
      ],
      order: afterId === undefined ? 't.tms,t.rowid' : 't.rowid',
      limit: pageSize,
    },
    billRow,
  );
};

const paymentRow = z.object({ amount: amountValue, date: z.string() });

/** A payment does not touch its bill until it is paid in full: it is read with each bill that is told. */
const paymentsOf = async (client: DolibarrConnection, { id, status }: BillRow): Promise<BillPayment[]> => {
  if (status !== VALIDATED && status !== PAID) return [];
  const rows = await client.ask({ path: `supplierinvoices/${id}/payments` }, z.array(paymentRow));
  return rows
    .map(({ amount, date }) => ({ amount, at: Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 1000 }))
    .toSorted((one, other) => one.at - other.at);
};

const eventRow = z.object({
  code: z.string(),
  datep: epochValue,
  fk_element: numberValue.optional(),
  elementid: numberValue.optional(),
});

/** What the module Agenda noted by itself; none where it is off or the account may not read it. */
const eventsOf = async (
  client: DolibarrConnection,
  bills: readonly BillRow[],
): Promise<ReadonlyMap<number, BillEvent[]>> => {
  if (bills.length === 0) return new Map();
  const filters = [
    "(t.elementtype:=:'invoice_supplier')",
    `(t.fk_element:in:${bills.map(({ id }) => id).join(',')})`,
    "(t.code:like:'AC_BILL_SUPPLIER_%')",
  ];
  try {
    const rows = await client.list({ path: 'agendaevents', filters, order: 't.id' }, eventRow);
    const events = rows.map(({ code, datep = 0, fk_element, elementid }) => ({
      bill: fk_element ?? elementid ?? 0,
      code: code.replace(/^AC_/, ''),
      at: datep,
    }));
    return Map.groupBy(events, ({ bill }) => bill);
  } catch (error) {
    const isOff = error instanceof Refused && offCodes.includes(error.code);
    if (isOff) return new Map();
    throw error;
  }
};

const offCodes: readonly string[] = ['reference-data-missing', 'right-missing', 'gone-there'];
