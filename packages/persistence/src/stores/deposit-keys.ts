import type { DepositKeyStore } from '@parvis/application/invoice/invoice-store';
import type { EntityManager } from 'typeorm';
import { DepositKeyEntity } from '../entities/deposit-key.entity.js';
import { toRef } from '../mappers/invoice.mapper.js';

export const depositKeys = (manager: EntityManager): DepositKeyStore => ({
  find: async (supplierId, key) => {
    const found = await manager.findOneBy(DepositKeyEntity, { supplierId, key });
    if (!found) return undefined;
    return { supplierId, key, sha256: found.sha256, ref: toRef(found), usedAt: found.usedAt };
  },
  add: async ({ supplierId, key, sha256, ref, usedAt }) => {
    const inserted: unknown[] = await manager.query(
      `INSERT INTO deposit_key (supplier_id, key, sha256, recipient_id, invoice_id, used_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
      [supplierId, key, sha256, ref.recipientId, ref.invoiceId, usedAt],
    );
    return inserted.length === 1;
  },
});
