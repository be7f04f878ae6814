import type { MandateInForce } from '@parvis/domain/access/mandated';
import type { EntityManager } from 'typeorm';

/** The mandates that these houses hold at a moment, by the names of their clients. */
export const mandatesInForce = async (
  manager: EntityManager,
  holderIds: readonly string[],
  at: Date,
): Promise<MandateInForce[]> =>
  holderIds.length === 0
    ? []
    : manager.query(
        `SELECT mandate.mandate_id AS "mandateId", mandate.client_id AS "clientId", client.name AS "clientName",
          mandate.holder_id AS "holderId", mandate.grants, mandate.ends_at AS "endsAt"
        FROM mandate JOIN structure AS client ON client.structure_id = mandate.client_id
        WHERE mandate.holder_id = ANY($1::uuid[]) AND mandate.state = 'accepted'
          AND mandate.starts_at <= $2 AND mandate.ends_at > $2
        ORDER BY client.name, mandate.mandate_id`,
        [holderIds, at],
      );
