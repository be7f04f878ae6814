import type { Actor } from '@parvis/domain/access/actor';
import { checkServiceDraft, type ServiceDraft, tidyService } from '@parvis/domain/directory/settings-form';
import { accept, type Result } from '@parvis/domain/result/result';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { ChangeSettingsPorts } from './change-settings.js';
import { faulty, holderOf, type SettingsRefusal } from './settings-refusal.js';
import type { StoredService } from './settings-store.js';
import { changesBetween, traceOf } from './settings-trace.js';

export interface AddServiceCommand {
  readonly structureId: string;
  readonly service: ServiceDraft;
}

export type AddService = (
  command: AddServiceCommand,
  actor: Actor,
) => Promise<Result<StoredService, SettingsRefusal>>;

/** A service that takes invoices in from now on, or from its first day. */
export const makeAddService =
  ({ work, now }: ChangeSettingsPorts): AddService =>
  async ({ structureId, service: draft }, actor) => {
    const holder = holderOf(actor, 'settings:change', structureId);
    if (!holder.ok) return holder;
    const faults = checkServiceDraft(draft);
    if (faults.length > 0) return faulty(faults);
    return runOrUndo(work, async ({ settings, accessTrace }) => {
      const at = now();
      const service = { ...tidyService(draft), active: true };
      if (!(await settings.addService(structureId, service, at)))
        return faulty([{ field: 'code', code: 'service-code-taken' }]);
      const changes = changesBetween({}, service);
      await accessTrace.record(
        traceOf({ structureId, at, by: holder.value, act: 'service.added', subject: service.code, changes }),
      );
      return accept({ ...service, updatedAt: at });
    });
  };
