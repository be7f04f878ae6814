import type { DeliveryHour } from '@parvis/application/accounting/delivery-ledger';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly hour: Date;
  readonly delivered: number;
  readonly failed: number;
  readonly waiting: number;
  readonly delays: readonly [median: number | null, p95: number | null];
}

/** Three short looks, each along an index of its own, instead of one at every delivery there ever was. */
export const deliveriesPerHour = async (
  manager: EntityManager,
  {
    recipientId,
    connectionId,
    from,
  }: Record<'recipientId' | 'connectionId', string> & { readonly from: Date },
): Promise<DeliveryHour[]> => {
  const rows: Row[] = await manager.query(
    `WITH happened AS (
       SELECT delivered_at AS at, 'delivered' AS what, extract(epoch FROM delivered_at - created_at) AS delay
       FROM delivery
       WHERE recipient_id = $1 AND connection_id = $2 AND state = 'delivered' AND delivered_at >= $3
       UNION ALL
       SELECT coalesce(last_attempt_at, created_at), 'failed', NULL
       FROM delivery
       WHERE recipient_id = $1 AND connection_id = $2 AND state IN ('needsAttention', 'refused', 'parked')
         AND coalesce(last_attempt_at, created_at) >= $3
       UNION ALL
       SELECT created_at, 'waiting', NULL
       FROM delivery
       WHERE recipient_id = $1 AND connection_id = $2 AND state IN ('waiting', 'sending') AND created_at >= $3
     )
     SELECT date_trunc('hour', at, 'UTC') AS hour,
       count(*) FILTER (WHERE what = 'delivered')::integer AS delivered,
       count(*) FILTER (WHERE what = 'failed')::integer AS failed,
       count(*) FILTER (WHERE what = 'waiting')::integer AS waiting,
       ARRAY[percentile_cont(0.5) WITHIN GROUP (ORDER BY delay),
         percentile_cont(0.95) WITHIN GROUP (ORDER BY delay)]::float8[] AS delays
     FROM happened
     GROUP BY 1
     ORDER BY 1`,
    [recipientId, connectionId, from],
  );
  return rows.map(({ delays: [median, p95], ...counts }) => ({
    ...counts,
    ...(median === null ? {} : { medianSeconds: median }),
    ...(p95 === null ? {} : { p95Seconds: p95 }),
  }));
};
