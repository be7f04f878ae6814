import type { Directory } from '@parvis/application/directory/directory';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { ServiceUse } from '@parvis/domain/directory/service-advice';
import { calendarDay } from '@parvis/domain/time/paris';
import { type EntityManager, In } from 'typeorm';
import { InvoiceEntity } from '../entities/invoice.entity.js';
import { ServiceEntity } from '../entities/service.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { toDirectoryEntry, toSupplier } from '../mappers/directory.mapper.js';

export const directory = (manager: EntityManager): Directory => {
  const withServices = async (structures: readonly StructureEntity[]): Promise<DirectoryEntry[]> => {
    const structureId = In(structures.map((structure) => structure.structureId));
    const services =
      structures.length === 0
        ? []
        : await manager.find(ServiceEntity, { where: { structureId }, order: { position: 'ASC' } });
    const byStructure = Map.groupBy(services, (service) => service.structureId);
    return structures.map((structure) =>
      toDirectoryEntry(structure, byStructure.get(structure.structureId) ?? []),
    );
  };
  const recipient = async (where: { siret: string } | { structureId: string }) => {
    const found = await manager.findBy(StructureEntity, { ...where, side: 'publicEntity' });
    return (await withServices(found))[0];
  };
  return {
    findRecipient: (siret) => recipient({ siret }),
    findRecipientById: (structureId) => recipient({ structureId }),
    findSupplier: async (siren) => {
      const found = await manager
        .createQueryBuilder(StructureEntity, 'structure')
        .where("structure.side = 'supplier' AND left(structure.siret, 9) = :siren", { siren })
        .orderBy('structure.active', 'DESC')
        .addOrderBy('structure.siret')
        .limit(1)
        .getOne();
      return found ? toSupplier(found) : undefined;
    },
    findSupplierById: async (structureId) => {
      const found = await manager.findOneBy(StructureEntity, { structureId, side: 'supplier' });
      return found ? toSupplier(found) : undefined;
    },
    findRecipientsById: async (structureIds) => {
      const where = { structureId: In([...structureIds]), side: 'publicEntity' } as const;
      const entries = await withServices(await manager.findBy(StructureEntity, where));
      const byId = new Map(entries.map((entry) => [entry.structureId, entry]));
      return structureIds.map((id) => byId.get(id));
    },
    findSuppliersById: async (structureIds) => {
      const where = { structureId: In([...structureIds]), side: 'supplier' } as const;
      const found = (await manager.findBy(StructureEntity, where)).map(toSupplier);
      const byId = new Map(found.map((supplier) => [supplier.structureId, supplier]));
      return structureIds.map((id) => byId.get(id));
    },
    servicesInvoiced: async (supplierIds, recipientId) => {
      if (supplierIds.length === 0) return [];
      const invoices = await manager
        .createQueryBuilder(InvoiceEntity, 'invoice')
        .select(['invoice.recipientId', 'invoice.invoiceId', 'invoice.serviceCode', 'invoice.number'])
        .addSelect('invoice.depositedAt')
        .where('invoice.recipientId = :recipientId AND invoice.supplierId IN (:...supplierIds)', {
          recipientId,
          supplierIds,
        })
        .orderBy('invoice.depositedAt', 'DESC')
        .limit(INVOICES_LOOKED_AT)
        .getMany();
      return lastUses(invoices);
    },
  };
};

/** Habits of longer ago are no advice. */
const INVOICES_LOOKED_AT = 300;

/** Of invoices, the last first: the newest of each service. */
const lastUses = (invoices: readonly InvoiceEntity[]): ServiceUse[] => {
  const uses = new Map<string, ServiceUse>();
  for (const { serviceCode: code, depositedAt, number } of invoices)
    if (code !== null && !uses.has(code)) uses.set(code, { code, on: calendarDay(depositedAt), number });
  return [...uses.values()];
};
