import type { Actor } from '@parvis/domain/access/actor';
import { isPrincipal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { ActRefusal } from '../refusals.js';
import type { ValueChange } from '../settings/settings-trace.js';
import type { ImportCounts } from './assess-import.js';
import { importDesks } from './import-desk.js';
import { assessImport, type ImportCommand, type ImportPorts, loadImport } from './load-import.js';

export interface ApplyImportCommand extends ImportCommand {
  /** Of the preview that was looked at. */
  readonly digest: string;
}

/** What was done; `missing` is how many were closed. */
export type AppliedImport = Pick<ImportCounts, 'added' | 'changed' | 'unchanged' | 'missing'>;

export type ApplyImport = (
  command: ApplyImportCommand,
  actor: Actor,
) => Promise<Result<AppliedImport, ActRefusal>>;

/** Imports a file as it was previewed: all of it in one unit of work, or nothing. */
export const makeApplyImport =
  (ports: ImportPorts): ApplyImport =>
  async (command, actor) => {
    const loaded = await loadImport(ports, command, actor);
    if (!loaded.ok) return loaded;
    const { lock, act } = importDesks[command.kind];
    return runOrUndo<AppliedImport, ActRefusal>(ports.work, async (stores) => {
      await lock(stores, command.structureId);
      const assessed = await assessImport(stores, ports, command, loaded.value, actor);
      if (!assessed.ok) return assessed;
      const { counts, digest, fileName, write, changed } = assessed.value;
      if (digest !== command.digest) return refuse({ code: 'import-changed' });
      if (counts.faulty > 0) return refuse({ code: 'import-faulty', rows: counts.faulty });
      await write();
      const done = {
        added: counts.added,
        changed: counts.changed,
        unchanged: counts.unchanged,
        missing: command.closeMissing ? counts.missing : 0,
      };
      await stores.accessTrace.record({
        structureId: command.structureId,
        at: ports.now(),
        byUserId: isPrincipal(actor) ? actor.userId : null,
        byName: isPrincipal(actor) ? actor.name : '',
        act,
        subject: fileName,
        details: {
          ...done,
          sha256: loaded.value.upload.sha256,
          changes: [...changesOf(fileName, done), ...changed],
        },
      });
      return accept(done);
    });
  };

/** As the history of settings tells changes: what was not there before. */
const changesOf = (fileName: string, { added, changed, missing }: AppliedImport): ValueChange[] =>
  Object.entries({ importFile: fileName, importAdded: added, importChanged: changed, importClosed: missing })
    .filter(([, after]) => after !== 0)
    .map(([field, after]) => ({ field, before: null, after }));
