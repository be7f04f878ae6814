import type {
  ServiceCounts,
  ServiceFilter,
  ServicePage,
  ServiceWindow,
  SettingsStore,
  StoredService,
} from '@parvis/application/settings/settings-store';
import type { EntitySettings } from '@parvis/domain/directory/entity-settings';
import { plainWords } from '@parvis/domain/directory/plain-words';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import type { EntityManager } from 'typeorm';
import { openOn } from '../directory/open-on.js';
import { beginningWith } from '../directory/text-query.js';
import { ServiceEntity } from '../entities/service.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { serviceToColumns, toDirectoryEntry, toService } from '../mappers/directory.mapper.js';
import { readCursor, writeCursor } from '../page-cursor.js';

const lock = { mode: 'pessimistic_write' } as const;

export const settingsStore = (manager: EntityManager): SettingsStore => {
  const found = (structure: StructureEntity | null) =>
    structure ? { entry: toDirectoryEntry(structure, []), updatedAt: structure.updatedAt } : undefined;
  const entity = (structureId: string) => ({ structureId, side: 'publicEntity' }) as const;
  const stored = (service: ServiceEntity | null) => (service ? toStored(service) : undefined);
  return {
    find: async (structureId) => found(await manager.findOneBy(StructureEntity, entity(structureId))),
    findForChange: async (structureId) =>
      found(await manager.findOne(StructureEntity, { where: entity(structureId), lock })),
    change: async (structureId, settings, updatedAt) => {
      await manager.update(StructureEntity, entity(structureId), { ...columnsOf(settings), updatedAt });
    },
    services: (structureId, filter, window) => servicePage(manager, structureId, filter, window),
    countServices: (structureId, day) => countServices(manager, structureId, day),
    sampleServices: async (structureId, day, limit) => {
      const services = await manager
        .createQueryBuilder(ServiceEntity, 'service')
        .where(`service.structureId = :structureId AND ${openOn('service', ':day')}`, { structureId, day })
        .orderBy('service.engagementNumberRequired IS NULL')
        .addOrderBy('service.position')
        .limit(limit)
        .getMany();
      return services.map(toService);
    },
    findService: async (structureId, code) =>
      stored(await manager.findOneBy(ServiceEntity, { structureId, code })),
    findServiceForChange: async (structureId, code) =>
      stored(await manager.findOne(ServiceEntity, { where: { structureId, code }, lock })),
    addService: async (structureId, service, updatedAt) => {
      const columns = serviceToColumns(service);
      const written = await manager
        .createQueryBuilder()
        .insert()
        .into(ServiceEntity)
        .values({
          ...columns,
          structureId,
          updatedAt,
          position: () => '(SELECT coalesce(max(position) + 1, 0) FROM service WHERE structure_id = :owner)',
        })
        .setParameter('owner', structureId)
        .orIgnore()
        .returning('code')
        .execute();
      return written.raw.length > 0;
    },
    changeService: async (structureId, service, updatedAt) => {
      const { code, ...columns } = serviceToColumns(service);
      await manager.update(ServiceEntity, { structureId, code }, { ...columns, updatedAt });
    },
  };
};

const toStored = (entity: ServiceEntity): StoredService => ({
  ...toService(entity),
  updatedAt: entity.updatedAt,
});

const columnsOf = ({ requirements, contact = {}, ...settings }: EntitySettings) => ({
  active: settings.active,
  requiresServiceCode: requirements.serviceCode,
  requiresEngagementNumber: requirements.engagementNumber,
  requiresEither: requirements.serviceCodeOrEngagementNumber,
  worksAuthority: settings.worksAuthority,
  reportsPayment: settings.reportsPayment,
  contactName: contact.name ?? null,
  contactEmail: contact.email ?? null,
  contactPhone: contact.phone ?? null,
  contactNote: contact.note ?? null,
  validFrom: settings.validFrom ?? null,
  validUntil: settings.validUntil ?? null,
});

const countServices = async (
  manager: EntityManager,
  structureId: string,
  day: CalendarDate,
): Promise<ServiceCounts> => {
  const [counts]: ServiceCounts[] = await manager.query(
    `SELECT count(*) FILTER (WHERE open)::integer AS open, count(*) FILTER (WHERE NOT open)::integer AS closed
     FROM (SELECT ${openOn('service', '$2')} AS open FROM service WHERE structure_id = $1) AS each`,
    [structureId, day],
  );
  return counts ?? { open: 0, closed: 0 };
};

/** By code, byte by byte: the order is the same whatever the database's language. */
const servicePage = async (
  manager: EntityManager,
  structureId: string,
  { search, open }: ServiceFilter,
  { limit, after }: ServiceWindow,
): Promise<ServicePage> => {
  const query = manager
    .createQueryBuilder(ServiceEntity, 'service')
    .where('service.structureId = :structureId', { structureId })
    .orderBy('service.code COLLATE "C"')
    .limit(limit + 1);
  if (open) query.andWhere(`${openOn('service', ':day')} = :isOpen`, { day: open.on, isOpen: open.is });
  const words = plainWords(search ?? '');
  if (words) query.andWhere('service.words @@ :words::tsquery', { words: beginningWith(words.split(' ')) });
  if (after !== undefined) {
    const [code] = readCursor(after, ['text']);
    query.andWhere('service.code COLLATE "C" > :code', { code });
  }
  const rows = await query.getMany();
  const shown = rows.slice(0, limit);
  const cursors = shown.map(({ code }) => writeCursor([code]));
  return {
    services: shown.map(toStored),
    next: rows.length > limit ? cursors.at(-1) : undefined,
    cursors,
  };
};
