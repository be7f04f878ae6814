import type { ServiceBook } from '../imports/service-book.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryServiceBook = ({ recipients }: MemoryTables): ServiceBook => ({
  all: async (structureId) =>
    [...(recipients.get(structureId)?.services ?? [])].sort((left, right) =>
      left.code < right.code ? -1 : 1,
    ),
  put: async (structureId, services) => {
    const entry = recipients.get(structureId);
    if (!entry) throw new Error(`no public entity ${structureId}`);
    const byCode = new Map(entry.services.map((service) => [service.code, service]));
    for (const service of services) byCode.set(service.code, service);
    recipients.set(structureId, { ...entry, services: [...byCode.values()] });
  },
  lock: async () => undefined,
});
