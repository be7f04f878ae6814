import type { DeliveryLedger } from '@parvis/application/accounting/delivery-ledger';
import type { EntityManager } from 'typeorm';
import { DeliveryEntity } from '../entities/delivery.entity.js';
import { holding } from '../like-pattern.js';
import { toDelivery } from '../mappers/delivery.mapper.js';
import { readCursor, writeCursor } from '../page-cursor.js';

type Filter = Parameters<DeliveryLedger['list']>[1];

const ofInvoice =
  'EXISTS (SELECT FROM invoice WHERE invoice.recipient_id = delivery.recipientId AND invoice.invoice_id = delivery.invoiceId';

/** The expression of the text index. */
const holdsText = String.raw`lower(invoice.number || E'\x1f' || invoice.supplier_name || E'\x1f' || coalesce(invoice.engagement_number, '')) LIKE lower(:text)`;

/** Newest first; the key tells deliveries of one moment apart. */
export const deliveryPage = async (
  manager: EntityManager,
  recipientId: string,
  { connectionId, states, limit, after, text, services }: Filter,
): ReturnType<DeliveryLedger['list']> => {
  const query = manager
    .createQueryBuilder(DeliveryEntity, 'delivery')
    .where('delivery.recipientId = :recipientId', { recipientId })
    .orderBy('delivery.createdAt', 'DESC')
    .addOrderBy('delivery.invoiceId')
    .addOrderBy('delivery.connectionId')
    .addOrderBy('delivery.revision')
    .limit(limit + 1);
  if (connectionId !== undefined) query.andWhere('delivery.connectionId = :connectionId', { connectionId });
  if (states) query.andWhere('delivery.state = ANY(:states)', { states });
  if (text) query.andWhere(`${ofInvoice} AND ${holdsText})`, { text: holding(text) });
  if (services) query.andWhere(`${ofInvoice} AND invoice.service_code = ANY(:services))`, { services });
  if (after !== undefined) {
    const [createdAt, invoiceId, connection, revision] = readCursor(after, ['instant', 'id', 'id', 'count']);
    query.andWhere(
      `delivery.createdAt <= :createdAt AND (delivery.createdAt < :createdAt OR
        (delivery.invoiceId, delivery.connectionId, delivery.revision) > (:invoiceId, :connection, :revision))`,
      { createdAt, invoiceId, connection, revision },
    );
  }
  const rows = await query.getMany();
  const shown = rows.slice(0, limit);
  const cursors = shown.map((row) => writeCursor(positionOf(row)));
  return {
    deliveries: shown.map(toDelivery),
    next: rows.length > limit ? cursors.at(-1) : undefined,
    cursors,
  };
};

const positionOf = ({ createdAt, invoiceId, connectionId, revision }: DeliveryEntity) => [
  createdAt.toISOString(),
  invoiceId,
  connectionId,
  revision,
];
