import type {
  FactorReset,
  FactorResetShown,
  FactorResetStore,
} from '@parvis/application/people/factor-resets/factor-reset-store';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { FactorResetEntity } from '../entities/factor-reset.entity.js';
import { FactorResetApprovalEntity } from '../entities/factor-reset-approval.entity.js';
import { PersonEntity } from '../entities/person.entity.js';
import { isUuid } from '../is-uuid.js';
import { withoutNulls } from '../without-nulls.js';

const LIMIT = 50;

export const factorResetStore = (manager: EntityManager): FactorResetStore => ({
  add: async ({ device: { networkAddress = null, userAgent = null }, ...reset }) => {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(FactorResetEntity)
      .values({ ...reset, networkAddress, userAgent })
      .orIgnore()
      .returning('reset_id')
      .execute();
    return (raw as unknown[]).length === 1;
  },
  findForChange: async (id) => {
    if (!isUuid(id)) return undefined;
    return (await shown(manager, select(manager).where({ id }).setLock('pessimistic_write')))[0];
  },
  latestOf: async (userId) =>
    (await shown(manager, select(manager).where({ userId }).orderBy('reset.askedAt', 'DESC').limit(1)))[0],
  save: async (reset) => {
    const { id, state, effectiveAt, closedAt, stoppedByName, stopReason } = reset;
    await manager.update(
      FactorResetEntity,
      { id },
      {
        state,
        effectiveAt: effectiveAt ?? null,
        closedAt: closedAt ?? null,
        stoppedByName: stoppedByName ?? null,
        stopReason: stopReason ?? null,
      },
    );
  },
  addApproval: async (resetId, { byUserId, byName, standing, reason, approvedAt }) => {
    const rows: unknown[] = await manager.query(
      `INSERT INTO factor_reset_approval (reset_id, user_id, by_user_id, by_name, standing, reason, approved_at)
      SELECT reset_id, user_id, $2, $3, $4, $5, $6 FROM factor_reset WHERE reset_id = $1
      ON CONFLICT (reset_id, by_user_id) DO NOTHING RETURNING by_user_id`,
      [resetId, byUserId, byName, standing, reason, approvedAt],
    );
    return rows.length === 1;
  },
  openIn: async (structureId, at) => {
    if (!isUuid(structureId)) return [];
    const query = open(manager).andWhere(
      `EXISTS (SELECT FROM membership WHERE membership.user_id = reset.user_id
        AND membership.structure_id = :structureId AND (membership.until IS NULL OR membership.until > :at))`,
      { structureId, at },
    );
    return shown(manager, query);
  },
  open: () => shown(manager, open(manager)),
  dueAt: (moment) =>
    shown(
      manager,
      select(manager)
        .where("reset.state = 'granted' AND reset.effectiveAt <= :moment", { moment })
        .limit(LIMIT),
    ),
});

const select = (manager: EntityManager): SelectQueryBuilder<FactorResetEntity> =>
  manager.createQueryBuilder(FactorResetEntity, 'reset');

const open = (manager: EntityManager): SelectQueryBuilder<FactorResetEntity> =>
  select(manager).where("reset.state IN ('waiting', 'granted')").orderBy('reset.askedAt').limit(LIMIT);

/** With who asks and who has approved. */
const shown = async (
  manager: EntityManager,
  query: SelectQueryBuilder<FactorResetEntity>,
): Promise<FactorResetShown[]> => {
  const rows = await query.getMany();
  if (rows.length === 0) return [];
  const people = await manager.findBy(PersonEntity, { userId: In(rows.map(({ userId }) => userId)) });
  const approvals = await manager.find(FactorResetApprovalEntity, {
    where: { resetId: In(rows.map(({ id }) => id)) },
    order: { approvedAt: 'ASC' },
  });
  return rows.map((row) => {
    const person = people.find(({ userId }) => userId === row.userId);
    return {
      ...toReset(row),
      name: person?.name ?? '',
      email: person?.email ?? '',
      approvals: approvals
        .filter(({ resetId }) => resetId === row.id)
        .map(({ resetId: _reset, userId: _user, ...approval }) => approval),
    };
  });
};

const toReset = ({ networkAddress, userAgent, ...row }: FactorResetEntity): FactorReset => ({
  ...withoutNulls(row),
  device: withoutNulls({ networkAddress, userAgent }),
});
