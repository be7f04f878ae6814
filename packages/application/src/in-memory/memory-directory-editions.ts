import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type {
  DirectoryEdition,
  DirectoryEditions,
  EditionFiles,
  PublishedState,
} from '../directory/directory-editions.js';
import type { MemoryTables } from './memory-tables.js';

interface Noted extends PublishedState {
  readonly day: string;
  readonly before?: PublishedState;
}

export const memoryDirectoryEditions = ({ recipients }: MemoryTables): DirectoryEditions => {
  const editions = new Map<string, DirectoryEdition>();
  const published = new Map<string, Noted>();
  const newest = (): DirectoryEdition[] =>
    [...editions.values()].sort((one, other) => (one.day < other.day ? 1 : -1));
  const beforeOf = (noted: Noted | undefined, lastDay: string | undefined): PublishedState | undefined =>
    noted && lastDay !== undefined && noted.day <= lastDay ? noted : noted?.before;
  return {
    latest: async () => newest()[0],
    find: async (day) => editions.get(day),
    newest: async (limit) => newest().slice(0, limit),
    entitiesAfter: async (structureId = '', limit, lastDay) =>
      [...recipients.values()]
        .filter((entry) => entry.structureId > structureId)
        .sort((one, other) => (one.structureId < other.structureId ? -1 : 1))
        .slice(0, limit)
        .map((entry) => {
          const before = beforeOf(published.get(entry.structureId), lastDay);
          return { entry, ...(before ? { before: { hash: before.hash, open: before.open } } : {}) };
        }),
    note: async (states, day, lastDay) => {
      for (const { structureId, hash, open } of states) {
        const before = beforeOf(published.get(structureId), lastDay);
        published.set(structureId, { hash, open, day, ...(before ? { before } : {}) });
      }
    },
    add: async (edition) => {
      if (editions.has(edition.day)) return false;
      editions.set(edition.day, edition);
      return true;
    },
    forgetBefore: async (day) => {
      const old = newest().filter((edition) => edition.day < day);
      for (const edition of old) editions.delete(edition.day);
      const kept = new Set(newest().flatMap(sha256s));
      return old.flatMap(sha256s).filter((sha256) => !kept.has(sha256));
    },
  };
};

const sha256s = ({ files }: DirectoryEdition): string[] => Object.values(files).map(({ sha256 }) => sha256);

export const memoryEditionFiles = (): EditionFiles & { readonly kept: ReadonlyMap<string, Uint8Array> } => {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    begin: () => {
      let text = '';
      return {
        write: async (more) => {
          text += more;
        },
        end: async () => {
          const bytes = gzipSync(text);
          const sha256 = createHash('sha256').update(bytes).digest('hex');
          kept.set(sha256, bytes);
          return { sha256, bytes: bytes.length };
        },
        abandon: async () => undefined,
      };
    },
    read: async (sha256, { from, to } = { from: 0, to: Number.POSITIVE_INFINITY }) => {
      const bytes = kept.get(sha256);
      return bytes && Readable.from([bytes.subarray(from, to + 1)]);
    },
    remove: async (sha256) => {
      kept.delete(sha256);
    },
  };
};
