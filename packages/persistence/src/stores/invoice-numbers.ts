import type { InvoiceNumberRegistry, NumberKey } from '@parvis/application/invoice/invoice-store';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { EntityManager } from 'typeorm';
import { InvoiceNumberEntity } from '../entities/invoice-number.entity.js';
import { toRef } from '../mappers/invoice.mapper.js';

export const invoiceNumbers = (manager: EntityManager): InvoiceNumberRegistry => {
  const find = async ({ supplierId, year, number }: NumberKey): Promise<InvoiceRef | undefined> => {
    const found = await manager.findOneBy(InvoiceNumberEntity, { supplierId, year, number });
    return found ? toRef(found) : undefined;
  };
  return {
    find,
    reserve: async ({ ref, supplierId, year, number }) => {
      // Waits for a deposit of the same number under way, and then sees what became of it.
      const inserted: unknown[] = await manager.query(
        `INSERT INTO invoice_number (supplier_id, year, number, recipient_id, invoice_id)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
        [supplierId, year, number, ref.recipientId, ref.invoiceId],
      );
      return inserted.length === 1 ? undefined : find({ supplierId, year, number });
    },
  };
};
