import type {
  ExchangedText,
  ExchangeStore,
  KeptExchange,
} from '@parvis/application/accounting/exchange-store';
import type { EntityManager } from 'typeorm';
import { readCursor, writeCursor } from '../page-cursor.js';
import { withoutNulls } from '../without-nulls.js';

interface Row {
  /** As the driver gives it: a bigint is text. */
  readonly exchange_id: string;
  readonly invoice_id: string | null;
  readonly key: string | null;
  readonly at: Date;
  readonly what: string;
  readonly question: ExchangedText;
  readonly answer: KeptExchange['answer'] | null;
  readonly failure: string | null;
  readonly milliseconds: number;
}

export const exchangeStore = (manager: EntityManager): ExchangeStore => ({
  add: async (exchanges) => {
    if (exchanges.length === 0) return;
    await manager.query(
      `INSERT INTO exchange
         (recipient_id, connection_id, invoice_id, key, at, what, question, answer, failure, milliseconds)
       SELECT "recipientId", "connectionId", "invoiceId", key, at, what, question, answer, failure, milliseconds
       FROM jsonb_to_recordset($1::jsonb) AS told ("recipientId" uuid, "connectionId" uuid, "invoiceId" uuid, key text,
         at timestamptz, what text, question jsonb, answer jsonb, failure text, milliseconds integer)`,
      [storable(exchanges)],
    );
  },
  list: async (recipientId, connectionId, { invoiceId, limit, after }) => {
    const rows: Row[] = await manager.query(
      `SELECT exchange_id, invoice_id, key, at, what, question, answer, failure, milliseconds FROM exchange
       WHERE recipient_id = $1 AND connection_id = $2 AND exchange_id < $3
         AND ${invoiceId === null ? 'invoice_id IS NULL' : 'invoice_id = $5'}
       ORDER BY exchange_id DESC LIMIT $4`,
      [recipientId, connectionId, placeOf(after), limit + 1, ...(invoiceId === null ? [] : [invoiceId])],
    );
    const shown = rows.slice(0, limit);
    const cursors = shown.map(({ exchange_id: id }) => writeCursor([id]));
    return {
      exchanges: shown.map((row) => toExchange(row, recipientId, connectionId)),
      next: rows.length > limit ? cursors.at(-1) : undefined,
      cursors,
    };
  },
  forgetBefore: async (at) => {
    const [, count]: [unknown[], number] = await manager.query('DELETE FROM exchange WHERE at < $1', [at]);
    return count;
  },
});

/** Strangers say anything: PostgreSQL keeps neither a null character nor half of a pair. */
const storable = (exchanges: readonly KeptExchange[]): string =>
  JSON.stringify(exchanges, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value,
  );

const BEYOND_ALL = '9223372036854775807';

const placeOf = (after: string | undefined): string => {
  if (after === undefined) return BEYOND_ALL;
  const [place] = readCursor(after, ['decimal']);
  if (!/^\d{1,18}$/.test(String(place))) throw new RangeError('the cursor of the page is none of ours');
  return String(place);
};

const toExchange = (
  { exchange_id: _id, invoice_id: invoiceId, ...row }: Row,
  recipientId: string,
  connectionId: string,
): KeptExchange => ({ recipientId, connectionId, ...withoutNulls({ invoiceId, ...row }) });
