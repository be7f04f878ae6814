import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { sirenOf } from '@parvis/domain/directory/siret';
import type { Directory } from '../directory/directory.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryDirectory = ({ recipients, suppliers }: MemoryTables): Directory => ({
  findRecipient: async (siret) => [...recipients.values()].find((entry) => entry.siret === siret),
  findRecipientById: async (structureId) => recipients.get(structureId),
  findSupplier: async (siren) =>
    [...suppliers.values()].find(({ siret }) => siret !== undefined && sirenOf(siret) === siren),
  findSupplierById: async (structureId) => suppliers.get(structureId),
  findRecipientsById: async (structureIds) => structureIds.map((id) => recipients.get(id)),
  findSuppliersById: async (structureIds) => structureIds.map((id) => suppliers.get(id)),
  searchRecipients: async (text, limit) =>
    [...recipients.values()]
      .filter((entry) => closeness(entry, text) > 0)
      .sort((one, other) => closeness(other, text) - closeness(one, text) || (one.name < other.name ? -1 : 1))
      .slice(0, limit),
});

/** 3: the name or SIRET begins so; 2: the name holds it; 1: the town does; 0: nothing does. */
const closeness = ({ siret, name, town }: DirectoryEntry, text: string): number => {
  const wanted = plain(text);
  if (plain(name).startsWith(wanted) || siret.startsWith(text.replaceAll(/\s/g, ''))) return 3;
  if (plain(name).includes(wanted)) return 2;
  return plain(town).includes(wanted) ? 1 : 0;
};

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
