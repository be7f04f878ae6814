import type { DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import type { ReconciliationStore, SentInvoice } from '@parvis/application/accounting/reconciliation-store';
import { Decimal } from '@parvis/domain/amount/decimal';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { EntityManager } from 'typeorm';
import { isUuid } from '../is-uuid.js';
import { readCursor, writeCursor } from '../page-cursor.js';
import { withoutNulls } from '../without-nulls.js';

interface SentRow {
  readonly invoice_id: string;
  readonly number: string;
  readonly type_code: string;
  readonly tax_inclusive: string;
  readonly status: Status;
  readonly state: DeliveryState;
  readonly is_gone: boolean;
  readonly was_delivered: boolean;
  readonly remote_id: string | null;
  readonly remote_number: string | null;
  readonly touched_at: Date;
}

/** What a comparison needs of deliveries and their invoices, a page at a time, without the invoices' content. */
export const sentInvoices = (
  manager: EntityManager,
): Pick<ReconciliationStore, 'sent' | 'sentAmong' | 'sentElsewhere'> => ({
  sent: async (recipientId, connectionId, { limit, after }) => {
    const [from] = after === undefined ? [firstUuid] : readCursor(after, ['id']);
    const rows: SentRow[] = await manager.query(
      selectSent(`SELECT DISTINCT invoice_id FROM delivery
        WHERE recipient_id = $1 AND connection_id = $2 AND invoice_id > $3 ORDER BY invoice_id LIMIT $4`),
      [recipientId, connectionId, from, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      invoices: shown.map(toSentInvoice),
      next: rows.length > limit && last ? writeCursor([last.invoice_id]) : undefined,
    };
  },
  sentAmong: async (recipientId, connectionId, invoiceIds) => {
    const rows: SentRow[] = await manager.query(selectSent('SELECT unnest($3::uuid[]) AS invoice_id'), [
      recipientId,
      connectionId,
      invoiceIds.filter(isUuid),
    ]);
    return rows.map(toSentInvoice);
  },
  sentElsewhere: async (recipientId, connectionId, invoiceIds) => {
    const rows: { readonly invoice_id: string }[] = await manager.query(
      `SELECT DISTINCT invoice_id FROM delivery
       WHERE connection_id <> $2 AND invoice_id = ANY($3::uuid[]) AND recipient_id IN (
         SELECT other.recipient_id FROM accounting_connection AS own
         JOIN accounting_connection AS other ON other.system = own.system OR other.recipient_id = own.recipient_id
         WHERE own.recipient_id = $1 AND own.connection_id = $2)`,
      [recipientId, connectionId, invoiceIds.filter(isUuid)],
    );
    return new Set(rows.map(({ invoice_id }) => invoice_id));
  },
});

const firstUuid = '00000000-0000-0000-0000-000000000000';

/** `chosen` gives the `invoice_id`s; an invoice never sent over the connection has no row. */
const selectSent = (chosen: string): string => `
  SELECT invoice.invoice_id, invoice.number, invoice.type_code, invoice.tax_inclusive, invoice.status, sent.*
  FROM (${chosen}) AS chosen
  JOIN invoice ON invoice.recipient_id = $1 AND invoice.invoice_id = chosen.invoice_id
  CROSS JOIN LATERAL (
    SELECT (array_agg(state ORDER BY revision DESC))[1] AS state,
      coalesce((array_agg(state = 'needsAttention' AND problem_code = 'gone-there' ORDER BY revision DESC))[1], false)
        AS is_gone,
      bool_or(state = 'delivered' OR (state = 'needsAttention' AND problem_code = 'gone-there')) IS TRUE
        AS was_delivered,
      (array_agg(remote_id ORDER BY revision DESC))[1] AS remote_id,
      (array_agg(remote_number ORDER BY revision DESC))[1] AS remote_number,
      max(greatest(created_at, last_attempt_at, delivered_at)) AS touched_at
    FROM delivery
    WHERE recipient_id = $1 AND delivery.invoice_id = chosen.invoice_id AND connection_id = $2
    HAVING count(*) > 0
  ) AS sent
  ORDER BY invoice.invoice_id`;

const toSentInvoice = (row: SentRow): SentInvoice => ({
  invoiceId: row.invoice_id,
  number: row.number,
  gross: signed(row).toString(),
  status: row.status,
  state: row.state,
  isGone: row.is_gone,
  wasDelivered: row.was_delivered,
  touchedAt: row.touched_at,
  ...withoutNulls({ remoteId: row.remote_id, remoteNumber: row.remote_number }),
});

const signed = ({ tax_inclusive, type_code }: SentRow): Decimal => {
  const amount = Decimal.of(tax_inclusive);
  return isCreditNote(type_code) ? amount.negated() : amount;
};
