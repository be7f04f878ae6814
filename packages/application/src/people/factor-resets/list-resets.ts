import type { Person } from '@parvis/domain/access/actor';
import type { Stores } from '../../ports/work.js';
import { methodsOf } from '../factors/factor-methods.js';
import type { DecideResetPorts } from './decide-reset.js';
import { type FactorResetShown, isOpen } from './factor-reset-store.js';
import { circleOf, standingOf } from './reset-deciders.js';

type ListPorts = Pick<DecideResetPorts, 'work' | 'now' | 'isOperator'>;

export type ListFactorResets = (structureId: string, person: Person) => Promise<FactorResetShown[]>;

/** Open ones of a structure's people, for its managers. */
export const makeListFactorResets =
  ({ work, now }: Pick<ListPorts, 'work' | 'now'>): ListFactorResets =>
  (structureId, { userId }) =>
    work.run(async ({ memberships, factorResets }) => {
      const at = now();
      const managers = await memberships.managersOf(structureId, at);
      if (!managers.some((manager) => manager.userId === userId)) return [];
      return (await factorResets.openIn(structureId, at)).filter((reset) => reset.userId !== userId);
    });

export type ListFactorResetsToDecide = (person: Person) => Promise<FactorResetShown[]>;

/** Open ones for which managers are missing, for an operator of the platform. */
export const makeListFactorResetsToDecide =
  ({ work, now, isOperator }: ListPorts): ListFactorResetsToDecide =>
  (person) =>
    work.run(async (stores) => {
      if (!isOperator(person.email)) return [];
      const listed: FactorResetShown[] = [];
      for (const reset of await stores.factorResets.open()) {
        const circle = await circleOf(stores, reset.userId, now());
        if (standingOf(circle, isOperator, reset, person) === 'operator') listed.push(reset);
      }
      return listed;
    });

export interface OwnFactorReset {
  /** While one is open. */
  readonly reset?: FactorResetShown;
  /** The factors were removed, and none was set since. */
  readonly mustProtectAgain: boolean;
}

export type ViewOwnFactorReset = (person: Person) => Promise<OwnFactorReset>;

export const makeViewOwnFactorReset =
  ({ work }: Pick<ListPorts, 'work'>): ViewOwnFactorReset =>
  ({ userId }) =>
    work.run(async (stores) => {
      const latest = await stores.factorResets.latestOf(userId);
      return {
        ...(latest && isOpen(latest) ? { reset: latest } : {}),
        mustProtectAgain: await mustProtectAgain(stores, userId),
      };
    });

export const mustProtectAgain = async (
  { factorResets, factors }: Pick<Stores, 'factorResets' | 'factors'>,
  userId: string,
): Promise<boolean> =>
  (await factorResets.latestOf(userId))?.state === 'done' && (await methodsOf(factors, userId)).length === 0;
