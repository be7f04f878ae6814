import type { Holdings } from '@parvis/application/organisation/organisation';
import { ended } from '@parvis/domain/life-cycle/legal-clock';
import { officialStatuses } from '@parvis/domain/life-cycle/official-statuses';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { EntityManager } from 'typeorm';

/** Named one by one: an index finds them, and never reads those that are over, of which there are most. */
const open = (Object.keys(officialStatuses) as Status[]).filter((status) => !ended.includes(status));

/** One question for all: each part is counted over an index that begins with the structure. */
export const holdings = async (manager: EntityManager, structureId: string, at: Date): Promise<Holdings> => {
  const [row]: (Holdings | undefined)[] = await manager.query(
    `SELECT
      (SELECT count(*)::int FROM membership
        WHERE structure_id = $1 AND (until IS NULL OR until > $2)) AS people,
      (SELECT count(*)::int FROM membership_grant
        JOIN membership USING (user_id, structure_id)
        WHERE structure_id = $1 AND (membership.until IS NULL OR membership.until > $2)) AS grants,
      (SELECT count(*)::int FROM technical_key JOIN technical_account USING (account_id)
        WHERE structure_id = $1 AND revoked_at IS NULL AND expires_at > $2) AS keys,
      (SELECT count(*)::int FROM mandate
        WHERE (client_id = $1 OR holder_id = $1) AND state IN ('offered', 'accepted')) AS mandates,
      (SELECT count(*)::int FROM accounting_connection WHERE recipient_id = $1) AS connections,
      (SELECT count(*)::int FROM invoice WHERE recipient_id = $1 AND status = ANY ($3::text[]))
        + (SELECT count(*)::int FROM invoice WHERE supplier_id = $1 AND status = ANY ($3::text[]))
        AS "openInvoices"`,
    [structureId, at, open],
  );
  if (!row) throw new Error('a question of counts has one row');
  return row;
};
