import type { ServiceUse } from '@parvis/domain/directory/service-advice';
import { sirenOf } from '@parvis/domain/directory/siret';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Directory } from '../directory/directory.js';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryDirectory = ({ recipients, suppliers, invoices }: MemoryTables): Directory => ({
  findRecipient: async (siret) => [...recipients.values()].find((entry) => entry.siret === siret),
  findRecipientById: async (structureId) => recipients.get(structureId),
  findSupplier: async (siren) =>
    [...suppliers.values()].find(({ siret }) => siret !== undefined && sirenOf(siret) === siren),
  findSupplierById: async (structureId) => suppliers.get(structureId),
  findRecipientsById: async (structureIds) => structureIds.map((id) => recipients.get(id)),
  findSuppliersById: async (structureIds) => structureIds.map((id) => suppliers.get(id)),
  servicesInvoiced: async (supplierIds, recipientId) => {
    const theirs = [...invoices.values()]
      .filter(({ ref, supplierId }) => ref.recipientId === recipientId && supplierIds.includes(supplierId))
      .sort((one, other) => other.depositedAt.getTime() - one.depositedAt.getTime());
    return lastUses(theirs);
  },
});

/** Of invoices, the last first: the newest of each service. */
const lastUses = (
  invoices: readonly Pick<StoredInvoice, 'serviceCode' | 'depositedAt' | 'number'>[],
): ServiceUse[] => {
  const uses = new Map<string, ServiceUse>();
  for (const { serviceCode: code, depositedAt, number } of invoices)
    if (code !== undefined && !uses.has(code)) uses.set(code, { code, on: calendarDay(depositedAt), number });
  return [...uses.values()];
};
