import {
  type AskedOfServices,
  MOST_RESULTS,
  type ServicePage,
} from '@parvis/application/directory/directory-search';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ServiceEntity } from '../entities/service.entity.js';
import { toService } from '../mappers/directory.mapper.js';
import { readCursor, writeCursor } from '../page-cursor.js';
import { openOn } from './open-on.js';
import { beginningWith } from './text-query.js';

/** The services of an entity by keyset, in its own order; the code tells those of one position apart. */
export const servicePage = async (
  manager: EntityManager,
  asked: AskedOfServices,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<ServicePage> => {
  const query = selected(manager, asked)
    .orderBy('service.position')
    .addOrderBy('service.code')
    .limit(limit + 1);
  if (after !== undefined) {
    const [position, code] = readCursor(after, ['count', 'text']);
    query.andWhere('(service.position, service.code) > (:position, :code)', { position, code });
  }
  const found = await query.getMany();
  const shown = found.slice(0, limit);
  const cursors = shown.map(({ position, code }) => writeCursor([position, code]));
  const counted = await selected(manager, asked)
    .select('service.code')
    .limit(MOST_RESULTS + 1)
    .getRawMany();
  return {
    rows: shown.map(toService),
    cursors,
    next: found.length > limit ? cursors.at(-1) : undefined,
    total: Math.min(counted.length, MOST_RESULTS),
    hasMoreThanTotal: counted.length > MOST_RESULTS,
  };
};

const selected = (
  manager: EntityManager,
  { structureId, words, withClosed, day }: AskedOfServices,
): SelectQueryBuilder<ServiceEntity> => {
  const query = manager
    .createQueryBuilder(ServiceEntity, 'service')
    .where('service.structureId = :structureId', { structureId });
  if (!withClosed) query.andWhere(openOn('service', ':day'), { day });
  if (words.length > 0)
    query.andWhere('service.words @@ :words::tsquery', {
      words: beginningWith(words),
    });
  return query;
};
