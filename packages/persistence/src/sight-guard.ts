import { currentSight, type PrincipalsSight } from '@parvis/application/access/sight';
import { TookTooLong, timeLeft } from '@parvis/application/ports/time-left';
import type { Stores } from '@parvis/application/ports/work';
import type { DataSource, EntityManager } from 'typeorm';

/** What every transaction of a process begins with. */
export interface SightGuard {
  enter(manager: EntityManager): Promise<void>;
  /** Reads beside units of work; `isBound` says whether a sight bounds what is shown. */
  read<Answer>(
    dataSource: DataSource,
    read: (manager: EntityManager, isBound: boolean) => Promise<Answer>,
  ): Promise<Answer>;
  /** What runs parts of this transaction as the platform. */
  lifter(manager: EntityManager): Stores['asPlatform'];
}

export interface SightOptions {
  /** What a statement may take before the database breaks it off. */
  readonly statementTimeoutMs: number;
}

const nothing: PrincipalsSight = { structureIds: [] };

/** For processes that act for the platform alone. */
export const noSightGuard: SightGuard = {
  enter: async () => undefined,
  read: (dataSource, read) => read(dataSource.manager, false),
  lifter: () => (act) => act(),
};

/** For the gateway: each transaction is bound to the sight in which it runs, and without one sees nothing. */
export const makeSightGuard = ({ statementTimeoutMs }: SightOptions): SightGuard => {
  const enter = async (manager: EntityManager): Promise<void> => {
    const sight = currentSight() ?? nothing;
    const timeout = Math.ceil(Math.min(statementTimeoutMs, timeLeft() ?? statementTimeoutMs));
    const { structureIds, userId = '' } = sight === 'platform' ? nothing : sight;
    // All in one question to the database; `true`: until the transaction ends, whichever way.
    await manager.query(
      `SELECT set_config('role', $1, true), set_config('parvis.structures', $2, true),
         set_config('parvis.user', $3, true), set_config('statement_timeout', $4, true)`,
      [sight === 'platform' ? 'none' : ROLE, `{${structureIds.join(',')}}`, userId, String(timeout)],
    );
  };
  return {
    enter,
    read: async (dataSource, read) => {
      try {
        return await dataSource.transaction(async (manager) => {
          await enter(manager);
          return read(manager, currentSight() !== 'platform');
        });
      } catch (failure) {
        throw inTimeOr(failure);
      }
    },
    lifter: (manager) => {
      let isLifted = currentSight() === 'platform';
      return async (act) => {
        if (isLifted) return act();
        isLifted = true;
        await takeRole(manager, 'none');
        const answer = await act();
        // Not after a failure: whatever is thrown ends the transaction, and the role with it.
        await takeRole(manager, ROLE);
        isLifted = false;
        return answer;
      };
    },
  };
};

/** query_canceled: a statement took longer than it was given. */
export const inTimeOr = (failure: unknown): unknown =>
  failure instanceof Error && 'code' in failure && failure.code === '57014'
    ? new TookTooLong(failure)
    : failure;

/** As migration 0013 makes it. */
const ROLE = 'parvis_gateway';

const takeRole = async (manager: EntityManager, role: string): Promise<void> => {
  await manager.query("SELECT set_config('role', $1, true)", [role]);
};
