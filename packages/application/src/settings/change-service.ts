import type { Actor } from '@parvis/domain/access/actor';
import { checkServiceDraft, type ServiceDraft, tidyService } from '@parvis/domain/directory/settings-form';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { ChangeSettingsPorts } from './change-settings.js';
import { faulty, holderOf, type SettingsRefusal } from './settings-refusal.js';
import type { StoredService } from './settings-store.js';
import { changesBetween, traceOf } from './settings-trace.js';

export interface ChangeServiceCommand {
  readonly structureId: string;
  /** All of it: what is left out is taken away. The code says which; it never changes, as purchase orders bear it. */
  readonly service: ServiceDraft;
  /** As it was read. */
  readonly version: string;
}

export type ChangeService = (
  command: ChangeServiceCommand,
  actor: Actor,
) => Promise<Result<StoredService, SettingsRefusal>>;

/** What one service says of itself and demands; whether it is open, and its address, stay. */
export const makeChangeService =
  ({ work, now }: ChangeSettingsPorts): ChangeService =>
  async ({ structureId, service: draft, version }, actor) => {
    const holder = holderOf(actor, 'settings:change', structureId);
    if (!holder.ok) return holder;
    return runOrUndo<StoredService, SettingsRefusal>(work, async ({ settings, accessTrace }) => {
      const found = await settings.findServiceForChange(structureId, draft.code);
      if (!found) return refuse({ code: 'service-not-found' });
      const faults = checkServiceDraft(draft).filter(({ field }) => field !== 'code');
      if (faults.length > 0) return faulty(faults);
      if (found.updatedAt.toISOString() !== version) return refuse({ code: 'settings-changed-meanwhile' });
      const { updatedAt: _updatedAt, ...before } = found;
      const after = {
        ...tidyService(draft),
        code: found.code,
        active: found.active,
        ...(found.address && { address: found.address }),
      };
      const changes = changesBetween(before, after);
      if (changes.length === 0) return accept(found);
      const at = now();
      await settings.changeService(structureId, after, at);
      await accessTrace.record(
        traceOf({ structureId, at, by: holder.value, act: 'service.changed', subject: found.code, changes }),
      );
      return accept({ ...after, updatedAt: at });
    });
  };
