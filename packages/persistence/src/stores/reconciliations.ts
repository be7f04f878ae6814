import type {
  Discrepancy,
  FindingCounts,
  Reconciliation,
  ReconciliationStore,
} from '@parvis/application/accounting/reconciliation-store';
import type { EntityManager } from 'typeorm';
import { isUuid } from '../is-uuid.js';
import { readCursor, writeCursor } from '../page-cursor.js';
import { withoutNulls } from '../without-nulls.js';
import { sentInvoices } from './sent-invoices.js';

interface ReconciliationRow {
  readonly recipient_id: string;
  readonly connection_id: string;
  readonly reconciliation_id: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly problem: Reconciliation['problem'] | null;
  readonly counts: FindingCounts;
}

interface DiscrepancyRow {
  readonly place: number;
  readonly finding: Discrepancy['finding'];
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly gross_here: string | null;
  readonly gross_there: string | null;
  readonly remote_id: string | null;
  readonly remote_number: string | null;
}

export const reconciliationStore = (manager: EntityManager): ReconciliationStore => {
  const select = async (rest: string, parameters: readonly unknown[]): Promise<Reconciliation[]> => {
    const rows: ReconciliationRow[] = await manager.query(`SELECT * FROM reconciliation ${rest}`, [
      ...parameters,
    ]);
    return rows.map(toReconciliation);
  };
  const newest = (recipientId: string, connectionId: string, limit: number) =>
    select(
      `WHERE recipient_id = $1 AND connection_id = $2 ORDER BY started_at DESC, reconciliation_id LIMIT $3`,
      [recipientId, connectionId, limit],
    );
  return {
    start: async ({ recipientId, connectionId, id, startedAt, counts }) => {
      await manager.query(
        `INSERT INTO reconciliation (recipient_id, connection_id, reconciliation_id, started_at, counts)
         VALUES ($1, $2, $3, $4, $5)`,
        [recipientId, connectionId, id, startedAt, counts],
      );
    },
    finish: async (reconciliation, discrepancies) => {
      const { recipientId, id, finishedAt, problem, counts } = reconciliation;
      const [, finished]: [unknown[], number] = await manager.query(
        `UPDATE reconciliation SET finished_at = $3, problem = $4, counts = $5
         WHERE recipient_id = $1 AND reconciliation_id = $2`,
        [recipientId, id, finishedAt ?? null, problem ?? null, counts],
      );
      if (finished !== 1) throw new Error(`reconciliation ${id} does not exist`);
      await manager.query('DELETE FROM discrepancy WHERE recipient_id = $1 AND reconciliation_id = $2', [
        recipientId,
        id,
      ]);
      for (let at = 0; at < discrepancies.length; at += rowsAtOnce)
        await manager.query(insertDiscrepancies, [
          JSON.stringify(
            discrepancies
              .slice(at, at + rowsAtOnce)
              .map((discrepancy, index) => toRow(recipientId, id, at + index + 1, discrepancy)),
          ),
        ]);
    },
    find: async (recipientId, id) =>
      isUuid(id)
        ? (await select('WHERE recipient_id = $1 AND reconciliation_id = $2', [recipientId, id]))[0]
        : undefined,
    ofConnection: newest,
    newestForChange: async (recipientId, connectionId) => {
      await manager.query(
        'SELECT 1 FROM accounting_connection WHERE recipient_id = $1 AND connection_id = $2 FOR NO KEY UPDATE',
        [recipientId, connectionId],
      );
      return (await newest(recipientId, connectionId, 1))[0];
    },
    discrepancies: async (recipientId, id, { finding, limit, after }) => {
      if (!isUuid(id)) return { discrepancies: [], next: undefined };
      const [from = 0] = after === undefined ? [] : readCursor(after, ['count']);
      const rows: DiscrepancyRow[] = await manager.query(
        `SELECT * FROM discrepancy
         WHERE recipient_id = $1 AND reconciliation_id = $2 AND place > $3 AND ($4::text IS NULL OR finding = $4)
         ORDER BY place LIMIT $5`,
        [recipientId, id, from, finding ?? null, limit + 1],
      );
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        discrepancies: shown.map((row) => toDiscrepancy(recipientId, row)),
        next: rows.length > limit && last ? writeCursor([last.place]) : undefined,
      };
    },
    ...sentInvoices(manager),
  };
};

const rowsAtOnce = 5_000;

const insertDiscrepancies = `INSERT INTO discrepancy
  SELECT * FROM jsonb_populate_recordset(NULL::discrepancy, $1::jsonb)`;

const toRow = (recipientId: string, id: string, place: number, { ref, ...found }: Discrepancy) => ({
  recipient_id: recipientId,
  reconciliation_id: id,
  place,
  finding: found.finding,
  invoice_id: ref?.invoiceId,
  invoice_number: found.invoiceNumber,
  gross_here: found.grossHere,
  gross_there: found.grossThere,
  remote_id: found.remoteId,
  remote_number: found.remoteNumber,
});

const toDiscrepancy = (recipientId: string, row: DiscrepancyRow): Discrepancy => ({
  finding: row.finding,
  ...(row.invoice_id === null ? {} : { ref: { recipientId, invoiceId: row.invoice_id } }),
  ...withoutNulls({
    invoiceNumber: row.invoice_number,
    grossHere: row.gross_here,
    grossThere: row.gross_there,
    remoteId: row.remote_id,
    remoteNumber: row.remote_number,
  }),
});

const toReconciliation = (row: ReconciliationRow): Reconciliation => ({
  recipientId: row.recipient_id,
  connectionId: row.connection_id,
  id: row.reconciliation_id,
  startedAt: row.started_at,
  counts: row.counts,
  ...withoutNulls({ finishedAt: row.finished_at, problem: row.problem }),
});
