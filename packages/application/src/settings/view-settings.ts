import type { Actor } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import { holderOf, type SettingsRefusal } from './settings-refusal.js';
import type { ServiceCounts } from './settings-store.js';

/** How many services the preview of the supplier's view shows. */
export const SAMPLE_SIZE = 50;

export interface SettingsView {
  /** The entity as the directory shows it, with some of its services: those that ask for something of their own first. */
  readonly entry: DirectoryEntry;
  readonly services: ServiceCounts;
  /** Give it back with a change: it tells whether somebody else has changed the settings since. */
  readonly version: string;
}

export type ViewSettings = (
  structureId: string,
  actor: Actor,
) => Promise<Result<SettingsView, SettingsRefusal>>;

/** What a public entity demands of invoices, for its own people. */
export const makeViewSettings =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): ViewSettings =>
  async (structureId, actor) => {
    const holder = holderOf(actor, 'settings:read', structureId);
    if (!holder.ok) return holder;
    return work.run(async ({ settings }) => {
      const day = calendarDay(now());
      const found = await settings.find(structureId);
      if (!found) return refuse({ code: 'not-allowed', right: 'settings:read' });
      return accept({
        entry: { ...found.entry, services: await settings.sampleServices(structureId, day, SAMPLE_SIZE) },
        services: await settings.countServices(structureId, day),
        version: found.updatedAt.toISOString(),
      });
    });
  };
