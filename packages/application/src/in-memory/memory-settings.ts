import type { DirectoryEntry, DirectoryService } from '@parvis/domain/directory/directory-entry';
import { withSettings } from '@parvis/domain/directory/entity-settings';
import { plainWords } from '@parvis/domain/directory/plain-words';
import { receivesAt } from '@parvis/domain/directory/receives-at';
import type { ServiceFilter, SettingsStore, StoredService } from '../settings/settings-store.js';
import { pageOf } from './memory-page.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memorySettings = (tables: MemoryTables): SettingsStore => {
  const servicesOf = (structureId: string) => tables.recipients.get(structureId)?.services ?? [];
  const find: SettingsStore['find'] = async (structureId) => {
    const entry = tables.recipients.get(structureId);
    const updatedAt = tables.organisationTimes.get(structureId)?.updatedAt ?? new Date(0);
    return entry && { entry: { ...entry, services: [] }, updatedAt };
  };
  const stored = (structureId: string, service: DirectoryService): StoredService => ({
    ...service,
    updatedAt: tables.serviceTimes.get(keyOf(structureId, service.code)) ?? new Date(0),
  });
  const findService: SettingsStore['findService'] = async (structureId, code) => {
    const found = servicesOf(structureId).find((service) => service.code === code);
    return found && stored(structureId, found);
  };
  const putServices = (structureId: string, services: readonly DirectoryService[]): void => {
    const entry = tables.recipients.get(structureId);
    if (entry) tables.recipients.set(structureId, { ...entry, services });
  };
  return {
    find,
    findForChange: find,
    change: async (structureId, settings, updatedAt) => {
      const entry = tables.recipients.get(structureId);
      if (!entry) return;
      tables.recipients.set(structureId, asKept(withSettings(entry, settings)));
      const createdAt = tables.organisationTimes.get(structureId)?.createdAt ?? new Date(0);
      tables.organisationTimes.set(structureId, { createdAt, updatedAt });
    },
    services: async (structureId, filter, window) => {
      const fitting = servicesOf(structureId).filter((service) => fits(service, filter));
      const { rows, next, cursors } = pageOf(fitting, ({ code }) => [code], window);
      return { services: rows.map((service) => stored(structureId, service)), next, cursors };
    },
    countServices: async (structureId, day) => {
      const services = servicesOf(structureId);
      const open = services.filter((service) => receivesAt(service, day)).length;
      return { open, closed: services.length - open };
    },
    sampleServices: async (structureId, day, limit) => {
      const open = servicesOf(structureId).filter((service) => receivesAt(service, day));
      const asking = open.filter(({ engagementNumberRequired }) => engagementNumberRequired !== undefined);
      const others = open.filter(({ engagementNumberRequired }) => engagementNumberRequired === undefined);
      return [...asking, ...others].slice(0, limit);
    },
    findService,
    findServiceForChange: findService,
    addService: async (structureId, service, at) => {
      const services = servicesOf(structureId);
      if (services.some(({ code }) => code.toLowerCase() === service.code.toLowerCase())) return false;
      putServices(structureId, [...services, service]);
      tables.serviceTimes.set(keyOf(structureId, service.code), at);
      return true;
    },
    changeService: async (structureId, service, at) => {
      putServices(
        structureId,
        servicesOf(structureId).map((known) => (known.code === service.code ? service : known)),
      );
      tables.serviceTimes.set(keyOf(structureId, service.code), at);
    },
  };
};

/** « no » is what an entry that says nothing means. */
const asKept = ({ worksAuthority, ...entry }: DirectoryEntry): DirectoryEntry => ({
  ...entry,
  ...(worksAuthority && worksAuthority !== 'no' && { worksAuthority }),
});

const fits = (service: DirectoryService, filter: ServiceFilter): boolean => {
  const { code, name, description = '' } = service;
  if (filter.open && filter.open.is !== receivesAt(service, filter.open.on)) return false;
  const own = plainWords(`${code} ${name} ${description}`).split(' ');
  const typed = plainWords(filter.search ?? '').split(' ');
  return typed.every((word) => own.some((part) => part.startsWith(word)));
};
