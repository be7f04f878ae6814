import type { DeliveriesToReopen } from '@parvis/application/accounting/delivery-ledger';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { EntityManager } from 'typeorm';

interface Reopening {
  readonly recipientId: string;
  readonly connectionId: string;
  readonly which: DeliveriesToReopen;
  readonly limit: number;
}

/**
 * The invoices are taken first, in the order of their identifiers so that two of us never wait for each other; what
 * was delivered or taken up meanwhile no longer fits the condition, and stays as it is.
 */
export const reopenDeliveries = async (
  manager: EntityManager,
  { recipientId, connectionId, which, limit }: Reopening,
): Promise<InvoiceRef[]> => {
  const { condition, values } = conditionOf(which);
  const given = [recipientId, connectionId, ...values];
  const due: { readonly invoice_id: string }[] = await manager.query(
    `SELECT invoice_id FROM delivery
     WHERE recipient_id = $1 AND connection_id = $2 AND ${condition}
     ORDER BY created_at, invoice_id LIMIT $${given.length + 1}`,
    [...given, limit],
  );
  const ids = due.map(({ invoice_id: id }) => id);
  await manager.query(
    `SELECT FROM invoice WHERE recipient_id = $1 AND invoice_id = ANY($2) ORDER BY invoice_id FOR UPDATE`,
    [recipientId, ids],
  );
  const [reopened]: [{ readonly invoice_id: string }[], number] = await manager.query(
    `UPDATE delivery SET state = 'waiting', attempts = 0, next_attempt_at = NULL, problem = NULL, problem_code = NULL
     WHERE recipient_id = $1 AND connection_id = $2 AND ${condition}
       AND invoice_id = ANY($${given.length + 1})
       AND NOT EXISTS (
         SELECT FROM delivery later
         WHERE later.recipient_id = delivery.recipient_id AND later.invoice_id = delivery.invoice_id
           AND later.connection_id = delivery.connection_id AND later.revision > delivery.revision)
     RETURNING invoice_id`,
    [...given, ids],
  );
  const done = new Set(reopened.map(({ invoice_id: id }) => id));
  return ids.filter((id) => done.has(id)).map((invoiceId) => ({ recipientId, invoiceId }));
};

const conditionOf = (
  which: DeliveriesToReopen,
): { readonly condition: string; readonly values: readonly unknown[] } =>
  'states' in which
    ? {
        condition: "state = ANY($3) AND (state <> 'waiting' OR next_attempt_at IS NOT NULL)",
        values: [which.states],
      }
    : {
        condition: "state = 'delivered' AND delivered_at >= $3 AND last_attempt_at < $4",
        values: [which.deliveredFrom, which.triedBefore],
      };
