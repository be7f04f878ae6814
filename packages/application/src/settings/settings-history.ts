import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result } from '@parvis/domain/result/result';
import type { RecordedTrace } from '../access/access-trace.js';
import type { Work } from '../ports/work.js';
import { holderOf, type SettingsRefusal } from './settings-refusal.js';
import { connectionActs, type SettingsAct, settingsActs, type ValueChange } from './settings-trace.js';

export interface SettingsHistoryCommand {
  readonly structureId: string;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  readonly after?: string;
}

/** One change of settings, services or connections, newest first in its page. */
export interface SettingsChange {
  readonly id: string;
  readonly at: Date;
  readonly byName: string;
  readonly act: SettingsAct | (typeof connectionActs)[number];
  /** The code of the service, or the name of the connection; empty for the entity itself. */
  readonly subject: string;
  readonly changes: readonly ValueChange[];
}

export interface SettingsHistoryPage {
  readonly changes: readonly SettingsChange[];
  readonly next: string | undefined;
  readonly cursors: readonly string[];
}

export type SettingsHistory = (
  command: SettingsHistoryCommand,
  actor: Actor,
) => Promise<Result<SettingsHistoryPage, SettingsRefusal>>;

/** Who changed what the entity demands and where its invoices go, from what to what. */
export const makeSettingsHistory =
  ({ work }: { readonly work: Work }): SettingsHistory =>
  async ({ structureId, limit = 25, after }, actor) => {
    const holder = holderOf(actor, 'settings:read', structureId);
    if (!holder.ok) return holder;
    const window = {
      limit: Math.min(Math.max(limit, 1), 100),
      acts: may(actor, 'connector:read', structureId) ? [...settingsActs, ...connectionActs] : settingsActs,
      ...(after === undefined ? {} : { after }),
    };
    const page = await work.run(({ accessTrace }) => accessTrace.page(structureId, window));
    return accept({ ...page, changes: page.entries.map(toChange) });
  };

const toChange = ({ id, at, byName, act, subject, details }: RecordedTrace): SettingsChange => ({
  id,
  at,
  byName,
  act: act as SettingsChange['act'],
  subject,
  changes: Array.isArray(details.changes) ? (details.changes as ValueChange[]) : [],
});
