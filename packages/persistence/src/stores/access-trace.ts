import type { AccessTrace, RecordedTrace } from '@parvis/application/access/access-trace';
import type { EntityManager } from 'typeorm';
import { AccessTraceEntity } from '../entities/access-trace.entity.js';
import { newId } from '../new-id.js';
import { readCursor, writeCursor } from '../page-cursor.js';

export const accessTrace = (manager: EntityManager): AccessTrace => ({
  record: async (entry) => {
    const { structureId, at, byUserId, byName, act, subject, details, reason = null } = entry;
    await manager.query(
      `INSERT INTO access_trace (structure_id, trace_id, at, by_user_id, by_name, act, subject, details, reason)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [structureId, newId(), at, byUserId, byName, act, subject, JSON.stringify(details), reason],
    );
  },
  page: async (structureId, { limit, after, acts }) => {
    const query = manager
      .createQueryBuilder(AccessTraceEntity, 'trace')
      .where('trace.structureId = :structureId', { structureId })
      .orderBy('trace.at', 'DESC')
      .addOrderBy('trace.id', 'DESC')
      .limit(limit + 1);
    if (acts) query.andWhere('trace.act = ANY(:acts)', { acts });
    if (after !== undefined) {
      const [at, id] = readCursor(after, ['instant', 'id']);
      query.andWhere('(trace.at, trace.id) < (:at, :id)', { at, id });
    }
    const rows = await query.getMany();
    const shown = rows.slice(0, limit);
    const cursors = shown.map(({ at, id }) => writeCursor([at.toISOString(), id]));
    return { entries: shown.map(toTrace), next: rows.length > limit ? cursors.at(-1) : undefined, cursors };
  },
});

const toTrace = ({ reason, ...entry }: AccessTraceEntity): RecordedTrace => ({
  ...entry,
  ...(reason === null ? {} : { reason }),
});
