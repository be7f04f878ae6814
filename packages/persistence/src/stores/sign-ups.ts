import type { SignUpStore } from '@parvis/application/people/sign-up/sign-up-store';
import { type EntityManager, type FindOptionsWhere, LessThanOrEqual } from 'typeorm';
import { PendingSignUpEntity } from '../entities/pending-sign-up.entity.js';

export const signUpStore = (manager: EntityManager): SignUpStore => {
  const lock = { mode: 'pessimistic_write' } as const;
  const findLocked = async (where: FindOptionsWhere<PendingSignUpEntity>) =>
    (await manager.findOne(PendingSignUpEntity, { where, lock })) ?? undefined;
  return {
    add: async (signUp) => {
      await manager.insert(PendingSignUpEntity, signUp);
    },
    findForChange: (signUpHash) => findLocked({ signUpHash }),
    findByLinkForChange: (linkHash) => findLocked({ linkHash }),
    save: async ({ signUpHash, ...changes }) => {
      await manager.update(PendingSignUpEntity, { signUpHash }, changes);
    },
    remove: async (signUpHash) => {
      await manager.delete(PendingSignUpEntity, { signUpHash });
    },
    removeExpired: async (now) =>
      (await manager.delete(PendingSignUpEntity, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
  };
};
