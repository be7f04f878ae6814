import type { Delivery, DeliveryLedger, DeliveryState } from '@parvis/application/accounting/delivery-ledger';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { DeliveryEntity } from '../entities/delivery.entity.js';
import { amongRefs, inOrderOf } from '../for-each-ref.js';
import { isUuid } from '../is-uuid.js';
import { toDelivery, toDeliveryEntity } from '../mappers/delivery.mapper.js';
import { toRef } from '../mappers/invoice.mapper.js';
import { deliveriesPerHour } from './deliveries-per-hour.js';
import { deliveryPage } from './delivery-page.js';
import { reopenDeliveries } from './reopen-deliveries.js';

const oldestFirst = { createdAt: 'ASC', connectionId: 'ASC', revision: 'ASC' } as const;

export const deliveryLedger = (manager: EntityManager): DeliveryLedger => {
  const newest = async (where: FindOptionsWhere<DeliveryEntity>): Promise<Delivery | undefined> => {
    const found = await manager.findOne(DeliveryEntity, { where, order: { revision: 'DESC' } });
    return found ? toDelivery(found) : undefined;
  };
  return {
    open: async (delivery) => {
      const { raw } = await manager
        .createQueryBuilder()
        .insert()
        .into(DeliveryEntity)
        .values(toDeliveryEntity(delivery))
        .orIgnore()
        .returning('revision')
        .execute();
      return (raw as unknown[]).length === 1 ? delivery : undefined;
    },
    find: async (ref, connectionId) =>
      isUuid(connectionId) ? newest({ ...toRef(ref), connectionId }) : undefined,
    save: async (delivery) => {
      const { recipientId, invoiceId, connectionId, revision, ...change } = toDeliveryEntity(delivery);
      const key = { recipientId, invoiceId, connectionId };
      const { affected } = await manager.update(DeliveryEntity, { ...key, revision }, change);
      if (affected !== 1) throw new Error(`no delivery ${revision} of ${invoiceId} over ${connectionId}`);
      if (delivery.state !== 'sending') await release(manager, recipientId, invoiceId, connectionId);
    },
    ofInvoice: async (ref) =>
      (await manager.find(DeliveryEntity, { where: toRef(ref), order: oldestFirst })).map(toDelivery),
    ofEachInvoice: async (refs) => {
      const found = await manager.find(DeliveryEntity, { where: amongRefs(refs), order: oldestFirst });
      return inOrderOf(refs, found).map((deliveries) => deliveries.map(toDelivery));
    },
    findByRemoteId: (recipientId, connectionId, remoteId) => newest({ recipientId, connectionId, remoteId }),
    list: (recipientId, filter) => deliveryPage(manager, recipientId, filter),
    refsUnderWay: async (recipientId, connectionId) => {
      const rows = await manager.find(DeliveryEntity, {
        select: { recipientId: true, invoiceId: true },
        where: { recipientId, connectionId, state: In(['waiting', 'sending']) },
        order: oldestFirst,
      });
      return rows.map(({ invoiceId }) => ({ recipientId, invoiceId }));
    },
    reopen: (recipientId, connectionId, which, limit) =>
      reopenDeliveries(manager, { recipientId, connectionId, which, limit }),
    overdue: async (before, limit) => {
      const rows: { recipient_id: string; invoice_id: string; connection_id: string }[] = await manager.query(
        `SELECT recipient_id, invoice_id, connection_id FROM delivery
         JOIN accounting_connection USING (recipient_id, connection_id)
         WHERE state IN ('waiting', 'sending') AND active
           AND coalesce(next_attempt_at, last_attempt_at, delivery.created_at) < $1
         ORDER BY coalesce(next_attempt_at, last_attempt_at, delivery.created_at) LIMIT $2`,
        [before, limit],
      );
      return rows.map(
        ({ recipient_id: recipientId, invoice_id: invoiceId, connection_id: connectionId }) => ({
          ref: { recipientId, invoiceId },
          connectionId,
        }),
      );
    },
    perHour: (recipientId, connectionId, from) =>
      deliveriesPerHour(manager, { recipientId, connectionId, from }),
    countByState: async (recipientId, connectionId) => {
      const rows = await manager
        .createQueryBuilder(DeliveryEntity, 'delivery')
        .select('delivery.state', 'state')
        .addSelect('count(*)::integer', 'count')
        .where(connectionId === undefined ? { recipientId } : { recipientId, connectionId })
        .groupBy('delivery.state')
        .getRawMany<{ state: DeliveryState; count: number }>();
      return rows;
    },
    lease: async ({ recipientId, invoiceId }, connectionId, until, now) => {
      const taken: unknown[] = await manager.query(
        `INSERT INTO delivery_lease AS held (recipient_id, invoice_id, connection_id, leased_until)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (recipient_id, invoice_id, connection_id)
         DO UPDATE SET leased_until = excluded.leased_until WHERE held.leased_until <= $5
         RETURNING 1`,
        [recipientId, invoiceId, connectionId, until, now],
      );
      return taken.length === 1;
    },
    markApplied: async ({ recipientId, connectionId, fingerprint, status, appliedAt }) => {
      const marked: unknown[] = await manager.query(
        `INSERT INTO applied_status (recipient_id, connection_id, fingerprint, remote_id, status, applied_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
        [recipientId, connectionId, fingerprint, status.reference.id, JSON.stringify(status), appliedAt],
      );
      return marked.length === 1;
    },
  };
};

const release = (
  manager: EntityManager,
  recipientId: string,
  invoiceId: string,
  connectionId: string,
): Promise<unknown> =>
  manager.query(
    'DELETE FROM delivery_lease WHERE recipient_id = $1 AND invoice_id = $2 AND connection_id = $3',
    [recipientId, invoiceId, connectionId],
  );
