import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Table, TableReading } from '@parvis/domain/tables/table';
import { calendarDay } from '@parvis/domain/time/paris';
import type { DocumentStore, Upload } from '../documents/document-store.js';
import type { Clock, Sha256 } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { Assessment } from './assess-import.js';
import { importDesks } from './import-desk.js';
import type { ImportKind, ImportScene } from './import-plan.js';
import { mayAtPublicEntity } from './may-at-public-entity.js';

/** Reads a table from untrusted bytes, aside. Never throws for what a sender may send. */
export type ReadTable = (bytes: Uint8Array) => Promise<TableReading>;

export interface ImportPorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly readTable: ReadTable;
  readonly now: Clock;
  readonly sha256: Sha256;
}

export interface ImportCommand {
  readonly kind: ImportKind;
  readonly structureId: string;
  /** From `POST /documents/uploads`. */
  readonly uploadId: string;
  /** Closes what is open and not in the file. */
  readonly closeMissing: boolean;
}

export interface LoadedImport {
  readonly upload: Upload;
  readonly table: Table;
}

/** The actor's own file, read; nothing is open meanwhile. */
export const loadImport = async (
  { work, documents, readTable }: ImportPorts,
  { kind, structureId, uploadId }: ImportCommand,
  actor: Actor,
): Promise<Result<LoadedImport, ActRefusal>> => {
  const { right } = importDesks[kind];
  if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
  if (!mayAtPublicEntity(actor, right, structureId)) return refuse({ code: 'not-allowed', right });
  const upload = await work.run(({ uploads }) => uploads.find(uploadId, actor.userId));
  const bytes = upload && (await documents.get(upload.sha256));
  if (!upload || !bytes) return refuse({ code: 'upload-not-found', uploadId });
  const reading = await readTable(bytes);
  if (reading.ok) return accept({ upload, table: reading.table });
  const { problem, line } = reading;
  return refuse({ code: 'import-unreadable', problem, ...(line === undefined ? {} : { line }) });
};

export interface AssessedImport extends Assessment {
  readonly fileName: string;
  /** Of the file and of all it would meet: says whether what was shown is still so. */
  readonly digest: string;
}

/** Inside a unit of work. */
export const assessImport = async (
  stores: Stores,
  { now, sha256 }: Pick<ImportPorts, 'now' | 'sha256'>,
  { kind, structureId, closeMissing }: ImportCommand,
  { upload, table }: LoadedImport,
  actor: Actor,
): Promise<Result<AssessedImport, ActRefusal>> => {
  const at = now();
  const scene: ImportScene = {
    structureId,
    actor,
    at,
    day: calendarDay(at),
    serviceCodes: await serviceCodes(stores, kind, structureId),
  };
  const assessed = await importDesks[kind].assess(stores, table, scene, { closeMissing });
  if (!assessed.ok) return assessed;
  const digest = sha256(`${upload.sha256}\n${assessed.value.fingerprint}`);
  return accept({ ...assessed.value, fileName: upload.fileName, digest });
};

/** Services themselves are what an import of services brings. */
const serviceCodes = async (
  { serviceBook }: Stores,
  kind: ImportKind,
  structureId: string,
): Promise<ReadonlyMap<string, string>> =>
  kind === 'services'
    ? new Map()
    : new Map((await serviceBook.all(structureId)).map(({ code }) => [code.toLowerCase(), code]));
