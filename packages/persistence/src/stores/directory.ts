import type { Directory } from '@parvis/application/directory/directory';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { type EntityManager, In } from 'typeorm';
import { ServiceEntity } from '../entities/service.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { holding } from '../like-pattern.js';
import { toDirectoryEntry, toPlain, toSupplier } from '../mappers/directory.mapper.js';

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
    searchRecipients: async (text, limit) => withServices(await search(manager, text, limit)),
  };
};

/** First those whose name or SIRET begins so, then those whose name holds it, then those whose town does. */
const search = (manager: EntityManager, text: string, limit: number): Promise<StructureEntity[]> => {
  const plain = toPlain(text);
  const begins = 'structure.plainName LIKE :start OR structure.siret LIKE :siret';
  return manager
    .createQueryBuilder(StructureEntity, 'structure')
    .where("structure.side = 'publicEntity'")
    .andWhere(`(${begins} OR structure.plainName LIKE :part OR structure.plainTown LIKE :part)`)
    .orderBy(`CASE WHEN ${begins} THEN 0 WHEN structure.plainName LIKE :part THEN 1 ELSE 2 END`)
    .addOrderBy('structure.plainName')
    .addOrderBy('structure.structureId')
    .setParameters({
      part: holding(plain),
      start: holding(plain).slice(1),
      siret: holding(text.replaceAll(/\s/g, '')).slice(1),
    })
    .limit(limit)
    .getMany();
};
