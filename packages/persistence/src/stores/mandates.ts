import type {
  Mandate,
  MandatePage,
  MandateShown,
  MandateStore,
  MandateWindow,
} from '@parvis/application/mandates/mandate-store';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { MandateEntity } from '../entities/mandate.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { isUuid } from '../is-uuid.js';
import { holding } from '../like-pattern.js';
import { toPlain } from '../mappers/directory.mapper.js';
import { readCursor, writeCursor } from '../page-cursor.js';
import { withoutNulls } from '../without-nulls.js';
import { stuckInvoices } from './stuck-invoices.js';

export const mandateStore = (manager: EntityManager): MandateStore => ({
  add: async ({ grants, ...mandate }) => {
    await manager.insert(MandateEntity, { ...mandate, grants: [...grants] });
  },
  find: async (id) => (isUuid(id) ? (await shown(manager, select(manager).where({ id })))[0] : undefined),
  findForChange: async (id) => {
    if (!isUuid(id)) return undefined;
    return (await shown(manager, select(manager).where({ id }).setLock('pessimistic_write')))[0];
  },
  findOpen: async (clientId, holderId) => {
    const found = await manager.findOneBy(MandateEntity, {
      clientId,
      holderId,
      state: In(['offered', 'accepted']),
    });
    return found ? withoutNulls(found) : undefined;
  },
  save: async ({ id, state, endsAt, decidedAt, decidedByName, endedReason }: Mandate) => {
    await manager.update(
      MandateEntity,
      { id },
      {
        state,
        endsAt,
        decidedAt: decidedAt ?? null,
        decidedByName: decidedByName ?? null,
        endedReason: endedReason ?? null,
      },
    );
  },
  given: (clientId, window) => page(manager, { own: 'client', structureId: clientId }, window),
  held: (holderId, window) => page(manager, { own: 'holder', structureId: holderId }, window),
  endingBetween: (from, to) =>
    shown(
      manager,
      select(manager).where(
        "mandate.state = 'accepted' AND mandate.endsAt >= :from AND mandate.endsAt < :to",
        {
          from,
          to,
        },
      ),
    ),
  stuckInvoices: (clientIds, at) => stuckInvoices(manager, clientIds, at),
});

const select = (manager: EntityManager): SelectQueryBuilder<MandateEntity> =>
  manager.createQueryBuilder(MandateEntity, 'mandate');

const shown = async (
  manager: EntityManager,
  query: SelectQueryBuilder<MandateEntity>,
): Promise<MandateShown[]> => {
  const rows = await query.getMany();
  if (rows.length === 0) return [];
  const ids = new Set(rows.flatMap(({ clientId, holderId }) => [clientId, holderId]));
  const structures = await manager.findBy(StructureEntity, { structureId: In([...ids]) });
  const names = new Map(structures.map(({ structureId, name }) => [structureId, name]));
  return rows.map((row) => ({
    ...withoutNulls(row),
    clientName: names.get(row.clientId) ?? '',
    holderName: names.get(row.holderId) ?? '',
  }));
};

interface Standpoint {
  readonly own: 'client' | 'holder';
  readonly structureId: string;
}

const page = async (
  manager: EntityManager,
  { own, structureId }: Standpoint,
  { search = '', states, limit, after }: MandateWindow,
): Promise<MandatePage> => {
  const other = own === 'client' ? 'holder' : 'client';
  const query = select(manager)
    .where(`mandate.${own}Id = :structureId AND mandate.state = ANY(:states)`, { structureId, states })
    .orderBy('mandate.givenAt', 'DESC')
    .addOrderBy('mandate.id')
    .limit(limit + 1);
  if (search.trim()) {
    query
      .innerJoin(StructureEntity, 'other', `other.structureId = mandate.${other}Id`)
      .andWhere('other.plainName LIKE :sought', { sought: holding(toPlain(search)) });
  }
  if (after !== undefined) {
    const [givenAt, id] = readCursor(after, ['instant', 'id']);
    query.andWhere('mandate.givenAt <= :givenAt AND (mandate.givenAt < :givenAt OR mandate.id > :id)', {
      givenAt,
      id,
    });
  }
  const found = await shown(manager, query);
  const mandates = found.slice(0, limit);
  const cursors = mandates.map(({ givenAt, id }) => writeCursor([givenAt.toISOString(), id]));
  return { mandates, next: found.length > limit ? cursors.at(-1) : undefined, cursors };
};
