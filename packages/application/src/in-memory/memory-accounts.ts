import { type MandateInForce, mandatedMemberships } from '@parvis/domain/access/mandated';
import { membershipsAt } from '@parvis/domain/access/memberships-at';
import type { AccountStore } from '../people/account-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryAccounts = (tables: MemoryTables): AccountStore => ({
  findByEmail: async (email) => [...tables.accounts.values()].find((account) => account.email === email),
  findPerson: async (userId, at) => {
    const person = tables.people.get(userId);
    if (!person) return undefined;
    const own = membershipsAt(person.memberships, at);
    return { ...person, memberships: [...own, ...mandatedMemberships(own, mandatesInForce(tables, at))] };
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

const mandatesInForce = ({ mandates, suppliers }: MemoryTables, at: Date): MandateInForce[] =>
  [...mandates.values()]
    .filter(({ state, startsAt, endsAt }) => state === 'accepted' && startsAt <= at && at < endsAt)
    .sort((one, other) => (nameOf(suppliers, one) < nameOf(suppliers, other) ? -1 : 1))
    .map((mandate) => ({
      mandateId: mandate.id,
      clientId: mandate.clientId,
      clientName: nameOf(suppliers, mandate),
      holderId: mandate.holderId,
      grants: mandate.grants,
      endsAt: mandate.endsAt,
    }));

const nameOf = (
  suppliers: MemoryTables['suppliers'],
  { clientId }: Pick<MandateInForce, 'clientId'>,
): string => suppliers.get(clientId)?.name ?? '';
