import { membershipsAt } from '@parvis/domain/access/memberships-at';
import type { AccountStore } from '../people/account-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryAccounts = (tables: MemoryTables): AccountStore => ({
  findByEmail: async (email) => [...tables.accounts.values()].find((account) => account.email === email),
  findPerson: async (userId, at) => {
    const person = tables.people.get(userId);
    return person && { ...person, memberships: membershipsAt(person.memberships, at) };
  },
  failedSignInsSince: async (email, since) =>
    (tables.failedSignIns.get(email) ?? [])
      .filter((at) => at >= since)
      .sort((one, other) => one.getTime() - other.getTime()),
  addFailedSignIn: async (email, at) => {
    tables.failedSignIns.set(email, [...(tables.failedSignIns.get(email) ?? []), at]);
  },
  takeBackFailedSignIn: async (subject, at) => {
    const failures = [...(tables.failedSignIns.get(subject) ?? [])];
    const place = failures.findIndex((failure) => failure.getTime() === at.getTime());
    if (place >= 0) failures.splice(place, 1);
    tables.failedSignIns.set(subject, failures);
  },
  clearFailedSignIns: async (email) => {
    tables.failedSignIns.delete(email);
  },
  removeFailedSignInsBefore: async (moment) => {
    let removed = 0;
    for (const [email, failures] of tables.failedSignIns) {
      const kept = failures.filter((at) => at >= moment);
      removed += failures.length - kept.length;
      if (kept.length > 0) tables.failedSignIns.set(email, kept);
      else tables.failedSignIns.delete(email);
    }
    return removed;
  },
});
