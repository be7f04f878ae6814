import type { Actor } from '@parvis/domain/access/actor';
import { type EntitySettings, settingsOf } from '@parvis/domain/directory/entity-settings';
import { checkSettings, tidySettings } from '@parvis/domain/directory/settings-form';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { Work } from '../ports/work.js';
import { faulty, holderOf, type SettingsRefusal } from './settings-refusal.js';
import { changesBetween, traceOf } from './settings-trace.js';

export interface ChangeSettingsPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface ChangeSettingsCommand {
  readonly structureId: string;
  /** All of them: what is left out is taken away. */
  readonly settings: EntitySettings;
  /** As it was read. */
  readonly version: string;
}

export type ChangeSettings = (
  command: ChangeSettingsCommand,
  actor: Actor,
) => Promise<Result<{ readonly version: string }, SettingsRefusal>>;

/** What the entity demands from now on; told in its history with the values before and after. */
export const makeChangeSettings =
  ({ work, now }: ChangeSettingsPorts): ChangeSettings =>
  async ({ structureId, settings: wished, version }, actor) => {
    const holder = holderOf(actor, 'settings:change', structureId);
    if (!holder.ok) return holder;
    const faults = checkSettings(wished);
    if (faults.length > 0) return faulty(faults);
    return runOrUndo<{ readonly version: string }, SettingsRefusal>(
      work,
      async ({ settings, accessTrace }) => {
        const found = await settings.findForChange(structureId);
        if (!found) return refuse({ code: 'not-allowed', right: 'settings:change' });
        if (found.updatedAt.toISOString() !== version) return refuse({ code: 'settings-changed-meanwhile' });
        const decided = tidySettings(wished);
        const changes = changesBetween(settingsOf(found.entry), decided);
        if (changes.length === 0) return accept({ version });
        const at = now();
        await settings.change(structureId, decided, at);
        await accessTrace.record(
          traceOf({ structureId, at, by: holder.value, act: 'settings.changed', subject: '', changes }),
        );
        return accept({ version: at.toISOString() });
      },
    );
  };
