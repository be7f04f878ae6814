import type { Readable } from 'node:stream';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';

/** The files of an edition, all gzip; the first one has no differences. */
export const editionFiles = [
  'annuaire.csv.gz',
  'annuaire.jsonl.gz',
  'differences.csv.gz',
  'differences.jsonl.gz',
] as const;

export type EditionFileName = (typeof editionFiles)[number];

export interface EditionFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** The whole directory as it was on a day of Paris, and what had changed since the edition before. */
export interface DirectoryEdition {
  readonly day: CalendarDate;
  readonly madeAt: Date;
  readonly entities: number;
  readonly services: number;
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  /** The edition that the differences are told from. */
  readonly since?: CalendarDate;
  readonly files: Readonly<Partial<Record<EditionFileName, EditionFile>>>;
}

/** What an edition said of an entity. */
export interface PublishedState {
  /** SHA-256 of all that the files say of it. */
  readonly hash: string;
  readonly open: boolean;
}

export interface EntityToPublish {
  readonly entry: DirectoryEntry;
  /** In the last finished edition; absent where it was not in it. */
  readonly before?: PublishedState;
}

export interface DirectoryEditions {
  latest(): Promise<DirectoryEdition | undefined>;
  find(day: CalendarDate): Promise<DirectoryEdition | undefined>;
  newest(limit: number): Promise<DirectoryEdition[]>;
  /** Public entities in the order of their identifiers, so many at a time, each with its services. */
  entitiesAfter(
    structureId: string | undefined,
    limit: number,
    lastDay: CalendarDate | undefined,
  ): Promise<EntityToPublish[]>;
  /** Remembers what the edition under way says; what the last finished one said stays known until `add`. */
  note(
    states: readonly (PublishedState & { readonly structureId: string })[],
    day: CalendarDate,
    lastDay: CalendarDate | undefined,
  ): Promise<void>;
  /** False when somebody else has finished the edition of that day. */
  add(edition: DirectoryEdition): Promise<boolean>;
  /** Forgets editions of earlier days; answers the files that no edition holds any more. */
  forgetBefore(day: CalendarDate): Promise<string[]>;
}

/** A file under way. Nothing of it can be read before `end`. */
export interface EditionWriter {
  /** Waits while the disk is behind. */
  write(text: string): Promise<void>;
  end(): Promise<EditionFile>;
  abandon(): Promise<void>;
}

/** Where the files of editions lie, named by their SHA-256. */
export interface EditionFiles {
  /** Compresses what is written. */
  begin(): EditionWriter;
  /** Bytes `from` to `to`, both included; all of them by default. Undefined when there is no such file. */
  read(sha256: string, range?: { readonly from: number; readonly to: number }): Promise<Readable | undefined>;
  remove(sha256: string): Promise<void>;
}
