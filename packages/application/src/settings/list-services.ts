import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import { holderOf, type SettingsRefusal } from './settings-refusal.js';
import type { ServiceCounts, ServiceFilter, ServicePage, StoredService } from './settings-store.js';

export interface ListServicesCommand extends Pick<ServiceFilter, 'search'> {
  readonly structureId: string;
  /** Those that take invoices in today, or those that do not. */
  readonly open?: boolean;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string;
}

export type ListServices = (
  command: ListServicesCommand,
  actor: Actor,
) => Promise<Result<ServicePage & { readonly counts: ServiceCounts }, SettingsRefusal>>;

export type FindService = (
  asked: { readonly structureId: string; readonly code: string },
  actor: Actor,
) => Promise<Result<StoredService | undefined, SettingsRefusal>>;

const LONGEST_SEARCH = 200;

/** A page of an entity's services by code, closed ones included; the counts are over all of them. */
export const makeListServices =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): ListServices =>
  async ({ structureId, limit = 25, after, search, open }, actor) => {
    const holder = holderOf(actor, 'settings:read', structureId);
    if (!holder.ok) return holder;
    const bounded = Math.min(Math.max(limit, 1), 100);
    const day = calendarDay(now());
    const filter = {
      ...(search === undefined ? {} : { search: search.slice(0, LONGEST_SEARCH) }),
      ...(open === undefined ? {} : { open: { is: open, on: day } }),
    };
    const window = after === undefined ? { limit: bounded } : { limit: bounded, after };
    return work.run(async ({ settings }) =>
      accept({
        ...(await settings.services(structureId, filter, window)),
        counts: await settings.countServices(structureId, day),
      }),
    );
  };

export const makeFindService =
  ({ work }: { readonly work: Work }): FindService =>
  async ({ structureId, code }, actor) => {
    const holder = holderOf(actor, 'settings:read', structureId);
    if (!holder.ok) return holder;
    return accept(await work.run(({ settings }) => settings.findService(structureId, code)));
  };
