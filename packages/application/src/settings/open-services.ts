import type { Actor, Principal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { Stores } from '../ports/work.js';
import type { ChangeSettingsPorts } from './change-settings.js';
import { holderOf, type SettingsRefusal } from './settings-refusal.js';
import type { StoredService } from './settings-store.js';
import { traceOf } from './settings-trace.js';

export interface OpenServicesCommand {
  readonly structureId: string;
  /** 1 to 100. */
  readonly codes: readonly string[];
}

export type OpenServices = (
  command: OpenServicesCommand,
  actor: Actor,
) => Promise<Result<StoredService[], SettingsRefusal>>;

const MANY = 100;

/** From now on these services take no invoices in; what they have received stays with them. All of them or none. */
export const makeCloseServices = (ports: ChangeSettingsPorts): OpenServices => makeSet(ports, false);

export const makeReopenServices = (ports: ChangeSettingsPorts): OpenServices => makeSet(ports, true);

const makeSet =
  ({ work, now }: ChangeSettingsPorts, active: boolean): OpenServices =>
  async ({ structureId, codes }, actor) => {
    const holder = holderOf(actor, 'settings:change', structureId);
    if (!holder.ok) return holder;
    // In one order, so that two people who close the same services do not wait for each other.
    const wanted = [...new Set(codes)].sort().slice(0, MANY);
    return runOrUndo(work, async (stores) => {
      const at = now();
      const services: StoredService[] = [];
      for (const code of wanted) {
        const found = await stores.settings.findServiceForChange(structureId, code);
        if (!found) return refuse({ code: 'service-not-found' });
        services.push(await set(stores, found, { structureId, active, at, by: holder.value }));
      }
      return accept(services);
    });
  };

interface Setting {
  readonly structureId: string;
  readonly active: boolean;
  readonly at: Date;
  readonly by: Principal;
}

/** Nothing happens, and nothing is told, when it is so already. */
const set = async (
  { settings, accessTrace }: Stores,
  found: StoredService,
  { structureId, active, at, by }: Setting,
): Promise<StoredService> => {
  if (found.active === active) return found;
  const { updatedAt: _updatedAt, ...service } = found;
  await settings.changeService(structureId, { ...service, active }, at);
  const changes = [{ field: 'active', before: found.active, after: active }];
  const act = active ? 'service.reopened' : 'service.closed';
  await accessTrace.record(traceOf({ structureId, at, by, act, subject: found.code, changes }));
  return { ...service, active, updatedAt: at };
};
