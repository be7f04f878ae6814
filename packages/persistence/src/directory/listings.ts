import { MOST_RESULTS } from '@parvis/application/directory/directory-search';
import type { DirectoryService } from '@parvis/domain/directory/directory-entry';
import type { DirectoryListing } from '@parvis/domain/directory/directory-listing';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { type EntityManager, In } from 'typeorm';
import { ServiceEntity } from '../entities/service.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { toDirectoryEntry, toService } from '../mappers/directory.mapper.js';
import { openOn } from './open-on.js';

interface ServiceFacts {
  readonly structureId: string;
  readonly openServices: number;
  readonly says: readonly boolean[];
}

/** Public entities with a few facts about their services, by identifier. */
export const loadListings = async (
  manager: EntityManager,
  structureIds: readonly string[],
  day: CalendarDate,
): Promise<Map<string, DirectoryListing>> => {
  if (structureIds.length === 0) return new Map();
  const [structures, facts] = await Promise.all([
    manager.findBy(StructureEntity, {
      structureId: In([...structureIds]),
      side: 'publicEntity',
    }),
    manager.query<ServiceFacts[]>(
      `SELECT id AS "structureId", counted.count AS "openServices",
       ARRAY(SELECT demand FROM unnest(ARRAY[true, false]) AS demand WHERE EXISTS (
         SELECT FROM service WHERE structure_id = id AND ${openOn('service', '$2')} AND engagement_number_required = demand
       )) AS says
     FROM unnest($1::uuid[]) AS id CROSS JOIN LATERAL (
       SELECT count(*)::integer FROM (SELECT FROM service WHERE structure_id = id AND ${openOn('service', '$2')} LIMIT ${MOST_RESULTS}) AS open
     ) AS counted`,
      [structureIds, day],
    ),
  ]);
  const factsOf = new Map(facts.map((fact) => [fact.structureId, fact]));
  return new Map(
    structures.map((structure) => [
      structure.structureId,
      listing(structure, factsOf.get(structure.structureId)),
    ]),
  );
};

const listing = (structure: StructureEntity, facts: ServiceFacts | undefined): DirectoryListing => ({
  ...toDirectoryEntry(structure, []),
  openServices: facts?.openServices ?? 0,
  services: (facts?.says ?? []).map((engagementNumberRequired) => ({
    active: true,
    engagementNumberRequired,
  })),
});

/** The services of these entities that answer the need (a text query over their words), three each, by their entity. */
export const loadServices = async (
  manager: EntityManager,
  structureIds: readonly string[],
  { need, day }: { readonly need: string; readonly day: CalendarDate },
): Promise<Map<string, DirectoryService[]>> => {
  const services = await manager
    .createQueryBuilder(ServiceEntity, 'service')
    .where(`(service.structureId, service.code) IN (${chosen})`, {
      structureIds: [...structureIds],
      need,
      day,
    })
    .orderBy('service.position')
    .getMany();
  const byStructure = Map.groupBy(services, ({ structureId }) => structureId);
  return new Map([...byStructure].map(([id, rows]) => [id, rows.map(toService)]));
};

const chosen = `SELECT structure_id, code FROM unnest(:structureIds::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
    SELECT structure_id, code FROM service AS offered
    WHERE structure_id = id AND ${openOn('offered', ':day')} AND words @@ :need::tsquery ORDER BY position LIMIT 3
  ) AS first_three`;
