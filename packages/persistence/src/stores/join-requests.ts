import type {
  JoinRequestPage,
  JoinRequestShown,
  JoinRequestStore,
  JoinRequestWindow,
} from '@parvis/application/people/join-requests';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { JoinRequestEntity } from '../entities/join-request.entity.js';
import { PersonEntity } from '../entities/person.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { isUuid } from '../is-uuid.js';
import { readCursor, writeCursor } from '../page-cursor.js';
import { withoutNulls } from '../without-nulls.js';

export const joinRequestStore = (manager: EntityManager): JoinRequestStore => ({
  add: async (request) => {
    await manager.insert(JoinRequestEntity, request);
  },
  find: async (structureId, id) => {
    if (!isUuid(structureId) || !isUuid(id)) return undefined;
    return (await shown(manager, select(manager).where({ structureId, id })))[0];
  },
  findForChange: async (structureId, id) => {
    if (!isUuid(structureId) || !isUuid(id)) return undefined;
    const query = select(manager).where({ structureId, id }).setLock('pessimistic_write');
    return (await shown(manager, query))[0];
  },
  findOpen: async (userId, structureId) => {
    const found = await manager.findOneBy(JoinRequestEntity, { userId, structureId, state: 'waiting' });
    return found ? withoutNulls(found) : undefined;
  },
  save: async ({ structureId, id, ...request }) => {
    const { userId: _userId, askedAt: _askedAt, ...changes } = stripped(request);
    await manager.update(JoinRequestEntity, { structureId, id }, changes);
  },
  ofStructure: (structureId, window) => page(manager, structureId, window),
  countWaiting: (structureId) => manager.countBy(JoinRequestEntity, { structureId, state: 'waiting' }),
  ofUser: (userId) =>
    shown(manager, select(manager).where({ userId }).orderBy('request.askedAt', 'DESC').limit(50)),
  waitingAsked: (from, to) =>
    shown(
      manager,
      select(manager)
        .where("request.state = 'waiting' AND request.askedAt >= :from AND request.askedAt <= :to", {
          from,
          to,
        })
        .orderBy('request.askedAt'),
    ),
});

const select = (manager: EntityManager): SelectQueryBuilder<JoinRequestEntity> =>
  manager.createQueryBuilder(JoinRequestEntity, 'request');

/** Callers may hand back what they were shown: the names of others are not the request's own. */
const stripped = <Row extends object>(request: Row): Omit<Row, 'name' | 'email' | 'structureName'> => {
  const {
    name: _name,
    email: _email,
    structureName: _place,
    ...own
  } = request as Row & Partial<JoinRequestShown>;
  return own;
};

const shown = async (
  manager: EntityManager,
  query: SelectQueryBuilder<JoinRequestEntity>,
): Promise<JoinRequestShown[]> => {
  const requests = await query.getMany();
  if (requests.length === 0) return [];
  // Nothing else of a person is shown to managers' queries.
  const people = await manager.find(PersonEntity, {
    select: { userId: true, name: true, email: true },
    where: { userId: In(requests.map(({ userId }) => userId)) },
  });
  const structures = await manager.findBy(StructureEntity, {
    structureId: In(requests.map(({ structureId }) => structureId)),
  });
  return requests.map((request) => {
    const person = people.find(({ userId }) => userId === request.userId);
    const structure = structures.find(({ structureId }) => structureId === request.structureId);
    return {
      ...withoutNulls(request),
      name: person?.name ?? '',
      email: person?.email ?? '',
      structureName: structure?.name ?? '',
    };
  });
};

const page = async (
  manager: EntityManager,
  structureId: string,
  { states, limit, after }: JoinRequestWindow,
): Promise<JoinRequestPage> => {
  const query = select(manager)
    .where('request.structureId = :structureId AND request.state = ANY(:states)', { structureId, states })
    .orderBy('request.askedAt')
    .addOrderBy('request.id')
    .limit(limit + 1);
  if (after !== undefined) {
    const [askedAt, id] = readCursor(after, ['instant', 'id']);
    query.andWhere('(request.askedAt, request.id) > (:askedAt, :id)', { askedAt, id });
  }
  const found = await shown(manager, query);
  const requests = found.slice(0, limit);
  const cursors = requests.map(({ askedAt, id }) => writeCursor([askedAt.toISOString(), id]));
  return { requests, next: found.length > limit ? cursors.at(-1) : undefined, cursors };
};
