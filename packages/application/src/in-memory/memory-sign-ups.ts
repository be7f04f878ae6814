import type { SignUpStore } from '../people/sign-up/sign-up-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memorySignUps = ({ signUps }: MemoryTables): SignUpStore => ({
  add: async (signUp) => {
    signUps.set(signUp.signUpHash, signUp);
  },
  findForChange: async (signUpHash) => signUps.get(signUpHash),
  findByLinkForChange: async (linkHash) =>
    [...signUps.values()].find((signUp) => signUp.linkHash === linkHash),
  save: async (signUp) => {
    if (signUps.has(signUp.signUpHash)) signUps.set(signUp.signUpHash, signUp);
  },
  remove: async (signUpHash) => {
    signUps.delete(signUpHash);
  },
  removeExpired: async (now) => {
    const over = [...signUps.values()].filter(({ expiresAt }) => expiresAt <= now);
    for (const { signUpHash } of over) signUps.delete(signUpHash);
    return over.length;
  },
});
