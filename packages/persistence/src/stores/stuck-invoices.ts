import type { StuckInvoices } from '@parvis/application/mandates/mandate-store';
import { endedStatuses, refusedStatuses } from '@parvis/application/mandates/stuck-statuses';
import { calendarDay } from '@parvis/domain/time/paris';
import type { EntityManager } from 'typeorm';

const REFUSALS_IN_MS = 90 * 86_400_000;

/** Each part reads one index of the supplier's own list: what is not stuck is not read. */
export const stuckInvoices = (
  manager: EntityManager,
  clientIds: readonly string[],
  at: Date,
): Promise<StuckInvoices[]> =>
  manager.query(
    `SELECT supplier_id AS "clientId", sum(suspended)::integer AS suspended, sum(refused)::integer AS refused,
      sum(late)::integer AS late
    FROM (
      SELECT supplier_id, 1 AS suspended, 0 AS refused, 0 AS late FROM invoice
      WHERE supplier_id = ANY($1::uuid[]) AND status = 'suspended'
      UNION ALL
      SELECT supplier_id, 0, 1, 0 FROM invoice
      WHERE supplier_id = ANY($1::uuid[]) AND status = ANY($2) AND status_since >= $3
      UNION ALL
      SELECT supplier_id, 0, 0, 1 FROM invoice
      WHERE supplier_id = ANY($1::uuid[]) AND coalesce(payment_due_date, DATE '9999-12-31') < $4::date
        AND status <> ALL($5)
    ) AS stuck
    GROUP BY supplier_id`,
    [clientIds, refusedStatuses, new Date(at.getTime() - REFUSALS_IN_MS), calendarDay(at), endedStatuses],
  );
