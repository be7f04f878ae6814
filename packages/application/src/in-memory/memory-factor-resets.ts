import {
  type FactorReset,
  type FactorResetShown,
  type FactorResetStore,
  isOpen,
} from '../people/factor-resets/factor-reset-store.js';
import type { MemoryTables } from './memory-tables.js';

const LIMIT = 50;

export const memoryFactorResets = (tables: MemoryTables): FactorResetStore => {
  const { factorResets, resetApprovals, people } = tables;
  const shown = (reset: FactorReset): FactorResetShown => ({
    ...reset,
    name: people.get(reset.userId)?.name ?? '',
    email: people.get(reset.userId)?.email ?? '',
    approvals: resetApprovals.get(reset.id) ?? [],
  });
  const where = (holds: (reset: FactorReset) => boolean): FactorResetShown[] =>
    [...factorResets.values()]
      .filter(holds)
      .sort((one, other) => one.askedAt.getTime() - other.askedAt.getTime())
      .map(shown);
  const belongs = (userId: string, structureId: string, at: Date): boolean =>
    people
      .get(userId)
      ?.memberships.some(
        (held) =>
          held.structureId === structureId && !held.mandate && (held.until === undefined || held.until > at),
      ) ?? false;
  return {
    add: async (reset) => {
      if (where((other) => other.userId === reset.userId && isOpen(other)).length > 0) return false;
      factorResets.set(reset.id, reset);
      return true;
    },
    findForChange: async (id) => where((reset) => reset.id === id)[0],
    latestOf: async (userId) => where((reset) => reset.userId === userId).at(-1),
    save: async (saved) => {
      const before = factorResets.get(saved.id);
      if (!before) return;
      const { state, effectiveAt, closedAt, stoppedByName, stopReason } = saved;
      factorResets.set(saved.id, {
        ...before,
        state,
        ...(effectiveAt ? { effectiveAt } : {}),
        ...(closedAt ? { closedAt } : {}),
        ...(stoppedByName === undefined ? {} : { stoppedByName }),
        ...(stopReason === undefined ? {} : { stopReason }),
      });
    },
    addApproval: async (id, approval) => {
      const approvals = resetApprovals.get(id) ?? [];
      if (approvals.some(({ byUserId }) => byUserId === approval.byUserId)) return false;
      resetApprovals.set(id, [...approvals, approval]);
      return true;
    },
    openIn: async (structureId, at) =>
      where((reset) => isOpen(reset) && belongs(reset.userId, structureId, at)).slice(0, LIMIT),
    open: async () => where(isOpen).slice(0, LIMIT),
    dueAt: async (moment) =>
      where(
        ({ state, effectiveAt }) => state === 'granted' && effectiveAt !== undefined && effectiveAt <= moment,
      ).slice(0, LIMIT),
  };
};
