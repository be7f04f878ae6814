import type { Actor } from '@parvis/domain/access/actor';
import type { Result } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';
import {
  type AssessedImport,
  assessImport,
  type ImportCommand,
  type ImportPorts,
  loadImport,
} from './load-import.js';

export type ImportPreview = Omit<AssessedImport, 'write' | 'fingerprint'>;

export type PreviewImport = (
  command: ImportCommand,
  actor: Actor,
) => Promise<Result<ImportPreview, ActRefusal>>;

/** Says what an import would do, every faulty row named, and does none of it. */
export const makePreviewImport =
  (ports: ImportPorts): PreviewImport =>
  async (command, actor) => {
    const loaded = await loadImport(ports, command, actor);
    if (!loaded.ok) return loaded;
    return ports.work.run((stores) => assessImport(stores, ports, command, loaded.value, actor));
  };
