import type { StatusCursor, StatusPage } from '@parvis/application/accounting/accounting-connector';
import {
  advanceSeconds,
  readSeconds,
  type SecondsRange,
  secondsRange,
  writeSeconds,
} from '@parvis/connector-kit/whole-seconds';
import type { OdooConnection } from '../connection.js';
import { externalIdsOf, keyOf } from '../delivering/external-ids.js';
import { billTypes } from '../delivering/odoo-book.js';
import { referencesOf } from '../delivering/references.js';
import { toStampText } from '../protocol/values.js';
import {
  type BillRow,
  billFields,
  billRow,
  type LineRow,
  lineFields,
  lineRow,
  messageFields,
  messageRow,
  type PartialRow,
  partialFields,
  partialRow,
} from './bill-rows.js';
import { type BillNews, decodeBill } from './decode-bill.js';

/** One page of what changed: first which bills, then what dates the steps of each. */
export const readNews = async (client: OdooConnection, cursor: StatusCursor | null): Promise<StatusPage> => {
  const { overlapSeconds, pageSize } = client.settings;
  const place = readSeconds(cursor);
  const rows = await changedBills(client, secondsRange(place, overlapSeconds), pageSize);
  const page = advanceSeconds(
    place,
    rows.map((bill) => ({ id: bill.id, stamp: bill.write_date, bill })),
    pageSize,
  );
  const news = await newsOf(
    client,
    page.told.map(({ bill }) => bill),
  );
  return {
    kind: 'page',
    statuses: news.flatMap(decodeBill),
    next: writeSeconds(page.place),
    more: page.more,
  };
};

/** Bills that we made or that carry a key of ours: an accountant may have rewritten their origin. */
export const oursDomain = async (client: OdooConnection): Promise<readonly unknown[]> => {
  const { userId } = await client.signedIn();
  const { company } = await referencesOf(client);
  return [
    ['company_id', '=', company.id],
    ['move_type', 'in', billTypes],
    '|',
    ['invoice_origin', '=like', 'parvis:%'],
    ['create_uid', '=', userId],
  ];
};

const changedBills = async (
  client: OdooConnection,
  { from, before, afterId }: SecondsRange,
  limit: number,
): Promise<BillRow[]> =>
  client.search(
    {
      model: 'account.move',
      domain: [
        ...(await oursDomain(client)),
        ['write_date', '>=', toStampText(from)],
        ...(before === undefined ? [] : [['write_date', '<', toStampText(before)]]),
        ...(afterId === undefined ? [] : [['id', '>', afterId]]),
      ],
      fields: billFields,
      limit,
      order: afterId === undefined ? 'write_date, id' : 'id',
    },
    billRow,
  );

const newsOf = async (client: OdooConnection, bills: readonly BillRow[]): Promise<BillNews[]> => {
  if (bills.length === 0) return [];
  const { paidSubtype } = await referencesOf(client);
  const ids = bills.map(({ id }) => id);
  const [names, lines, messages] = await Promise.all([
    externalIdsOf(client, 'account.move', ids),
    readLines(client, ids),
    readMessages(client, ids, paidSubtype),
  ]);
  const partials = await readPartials(client, lines);
  return bills.map((bill) => {
    const its = lines.filter(({ move_id }) => move_id === bill.id);
    return {
      bill,
      key: keyOf(names.get(bill.id)),
      lines: its,
      partials: partials.filter((partial) => its.some(({ id }) => settles(partial, id))),
      messages: messages.filter(({ res_id }) => res_id === bill.id),
      paidSubtype,
    };
  });
};

const settles = ({ debit_move_id, credit_move_id }: PartialRow, line: number): boolean =>
  debit_move_id === line || credit_move_id === line;

const readLines = (client: OdooConnection, bills: readonly number[]) =>
  client.search(
    {
      model: 'account.move.line',
      domain: [
        ['move_id', 'in', bills],
        ['display_type', 'in', ['product', 'payment_term']],
      ],
      fields: lineFields,
      order: 'id',
    },
    lineRow,
  );

const readPartials = async (client: OdooConnection, lines: readonly LineRow[]): Promise<PartialRow[]> => {
  const debts = lines.filter(({ display_type }) => display_type === 'payment_term').map(({ id }) => id);
  if (debts.length === 0) return [];
  const domain = ['|', ['debit_move_id', 'in', debts], ['credit_move_id', 'in', debts]];
  return client.search(
    { model: 'account.partial.reconcile', domain, fields: partialFields, order: 'id' },
    partialRow,
  );
};

const readMessages = (client: OdooConnection, bills: readonly number[], paidSubtype: number | undefined) =>
  client.search(
    {
      model: 'mail.message',
      domain: [
        ['model', '=', 'account.move'],
        ['res_id', 'in', bills],
        ...(paidSubtype === undefined ? [] : ['|', ['subtype_id', '=', paidSubtype]]),
        ['message_type', '=', 'comment'],
      ],
      fields: messageFields,
      order: 'date, id',
    },
    messageRow,
  );
