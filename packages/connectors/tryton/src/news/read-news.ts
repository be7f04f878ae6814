import type { StatusCursor, StatusPage } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import type { TrytonConnection } from '../connection.js';
import { stampValue, toStampValue } from '../protocol/values.js';
import { factsOf } from '../reading/server-facts.js';
import {
  type BillRow,
  billFields,
  billRow,
  noteFields,
  noteRow,
  paymentFields,
  paymentRow,
} from './bill-rows.js';
import { advance, rangeOf, readCursor, type Stamped, type Stream, together, writeCursor } from './cursor.js';
import { decodeBill } from './decode-bill.js';

interface Change extends Stamped {
  /** The bill it is about. */
  readonly invoice: number;
}

/** One page of what changed: first which bills, then each of them as it stands now. */
export const readNews = async (
  client: TrytonConnection,
  cursor: StatusCursor | null,
): Promise<StatusPage> => {
  const { overlapSeconds, pageSize } = client.settings;
  const places = readCursor(cursor);
  const read = async (stream: Stream) => {
    if (places[stream].finished) return { changes: [], place: places[stream], more: false };
    const range = rangeOf(places[stream], overlapSeconds);
    const changes = await streams[stream](client, range);
    return { changes, ...advance(places[stream], changes, { from: range.from, pageSize }) };
  };
  const [invoices, payments, notes] = await Promise.all([read('invoices'), read('payments'), read('notes')]);
  const changed = [...invoices.changes, ...payments.changes, ...notes.changes].map(({ invoice }) => invoice);
  const after = together({ invoices, payments, notes });
  return {
    kind: 'page',
    statuses: (await readBills(client, [...new Set(changed)])).flatMap(decodeBill),
    next: writeCursor(after.places),
    more: after.more,
  };
};

type Range = ReturnType<typeof rangeOf>;

/** Bills that we made or that carry a key of ours: an accountant may have rewritten the description. */
export const ours = async (client: TrytonConnection): Promise<readonly unknown[]> => {
  const { company, userId } = await client.signedIn();
  return [
    ['company', '=', company],
    ['type', '=', 'in'],
    ['OR', ['description', 'like', '[parvis:%'], ['create_uid', '=', userId]],
  ];
};

const inRange = (field: string, { from, after }: Range): unknown[] => [
  [field, '>=', toStampValue(from)],
  ...(after
    ? [
        [
          'OR',
          [field, '>', toStampValue(after.stamp)],
          [
            [field, '=', toStampValue(after.stamp)],
            ['id', '>', after.id],
          ],
        ],
      ]
    : []),
];

const orderedBy = (field: string) =>
  [
    [field, 'ASC'],
    ['id', 'ASC'],
  ] as const;

const invoiceChange = z.object({ id: z.int(), write_date: stampValue });
const paymentChange = paymentRow.extend({ write_date: stampValue });

/** A bill never written to is as we made it: its stamp is null, and there is nothing to tell. */
const streams: Readonly<Record<Stream, (client: TrytonConnection, range: Range) => Promise<Change[]>>> = {
  invoices: async (client, range) => {
    const rows = await client.search(
      'account.invoice',
      {
        domain: [...(await ours(client)), ...inRange('write_date', range)],
        limit: client.settings.pageSize,
        order: orderedBy('write_date'),
        fields: ['write_date'],
      },
      invoiceChange,
    );
    return rows.map(({ id, write_date }) => ({ id, stamp: write_date, invoice: id }));
  },
  payments: async (client, range) => {
    if (!(await factsOf(client)).payments) return [];
    const { company } = await client.signedIn();
    const rows = await client.search(
      'account.payment',
      {
        domain: [['company', '=', company], ['kind', '=', 'payable'], ...inRange('write_date', range)],
        limit: client.settings.pageSize,
        order: orderedBy('write_date'),
        fields: paymentFields,
      },
      paymentChange,
    );
    return rows.map((row) => ({
      id: row.id,
      stamp: row.write_date,
      invoice: numberIn(row['line.']?.move_origin ?? '', 'account.invoice'),
    }));
  },
  notes: async (client, range) => {
    const rows = await client.search(
      'ir.note',
      {
        domain: [['resource', 'like', 'account.invoice,%'], ...inRange('create_date', range)],
        limit: client.settings.pageSize,
        order: orderedBy('create_date'),
        fields: noteFields,
      },
      noteRow,
    );
    return rows.map(({ id, create_date, resource }) => ({
      id,
      stamp: create_date,
      invoice: numberIn(resource, 'account.invoice'),
    }));
  },
};

/** `account.invoice,15` → 15; 0, which no record has, for anything else. */
const numberIn = (reference: string, model: string): number => {
  const [named, id] = reference.split(',');
  return named === model ? Number(id) : 0;
};

const readBills = async (client: TrytonConnection, ids: readonly number[]) => {
  if (ids.length === 0) return [];
  const domain = [...(await ours(client)), ['id', 'in', ids]];
  const { datedNumbers, timeZone } = await factsOf(client);
  const fields = [...billFields, ...(datedNumbers ? ['numbered_at'] : [])];
  const bills = await client.search('account.invoice', { domain, order: [['id', 'ASC']], fields }, billRow);
  const payments = await readPayments(client, bills);
  const notes = await readNotes(client, [
    ...bills.map(({ id }) => `account.invoice,${id}`),
    ...payments.map(({ id }) => `account.payment,${id}`),
  ]);
  return bills.map((bill) => {
    const itsPayments = payments.filter(
      (payment) => payment['line.']?.move_origin === `account.invoice,${bill.id}`,
    );
    const its = [`account.invoice,${bill.id}`, ...itsPayments.map(({ id }) => `account.payment,${id}`)];
    return {
      bill,
      payments: itsPayments,
      notes: notes.filter(({ resource }) => its.includes(resource)),
      timeZone,
    };
  });
};

const readPayments = async (client: TrytonConnection, bills: readonly BillRow[]) => {
  const moves = bills.flatMap(({ move }) => (move === null ? [] : [move]));
  if (moves.length === 0 || !(await factsOf(client)).payments) return [];
  const domain = [['line.move', 'in', moves]];
  return client.search(
    'account.payment',
    { domain, order: [['id', 'ASC']], fields: paymentFields },
    paymentRow,
  );
};

const readNotes = async (client: TrytonConnection, resources: readonly string[]) =>
  resources.length === 0
    ? []
    : client.search(
        'ir.note',
        { domain: [['resource', 'in', resources]], order: [['id', 'ASC']], fields: noteFields },
        noteRow,
      );
