import { ended } from '@parvis/domain/life-cycle/legal-clock';
import type { Holdings } from '../organisation/organisation.js';
import type { MemoryTables } from './memory-tables.js';

export const holdingsIn = (tables: MemoryTables, structureId: string, at: Date): Holdings => {
  const memberships = [...tables.people.values()].flatMap((person) =>
    person.memberships.filter((one) => one.structureId === structureId && !(one.until && one.until <= at)),
  );
  const accounts = [...tables.technicalAccounts.values()].filter((one) => one.structureId === structureId);
  const accountIds = accounts.map(({ accountId }) => accountId);
  const count = <Row>(rows: Iterable<Row>, fits: (row: Row) => boolean): number =>
    [...rows].filter(fits).length;
  return {
    people: memberships.length,
    grants: memberships.reduce((sum, { grants }) => sum + grants.length, 0),
    keys: count(
      tables.technicalKeys.values(),
      ({ accountId, revokedAt, expiresAt }) =>
        accountIds.includes(accountId) && revokedAt === undefined && expiresAt > at,
    ),
    mandates: count(
      tables.mandates.values(),
      ({ clientId, holderId, state }) =>
        [clientId, holderId].includes(structureId) && (state === 'offered' || state === 'accepted'),
    ),
    connections: count(tables.connections.values(), ({ recipientId }) => recipientId === structureId),
    openInvoices: count(
      tables.invoices.values(),
      ({ ref, supplierId, status }) =>
        [ref.recipientId, supplierId].includes(structureId) && !ended.includes(status),
    ),
  };
};
