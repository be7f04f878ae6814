import type { Actor } from '@parvis/domain/access/actor';
import { mandateMark } from '@parvis/domain/access/mandated';
import { accept, type Result } from '@parvis/domain/result/result';
import type { TracePage } from '../access/access-trace.js';
import type { Work } from '../ports/work.js';
import type { OrganisationRefusal } from './organisation-refusal.js';
import { ownStructureActs, readerOf } from './own-structure.js';

export interface ListOrganisationHistoryCommand {
  readonly structureId: string;
  /** 1 to 100; 10 by default. */
  readonly limit?: number;
  /** A cursor of the page before. */
  readonly after?: string;
}

export type ListOrganisationHistory = (
  command: ListOrganisationHistoryCommand,
  actor: Actor,
) => Promise<Result<TracePage, OrganisationRefusal>>;

/** What became of the structure itself, for all its people; who was given which right is read elsewhere. */
export const makeListOrganisationHistory =
  ({ work }: { readonly work: Work }): ListOrganisationHistory =>
  async ({ structureId, limit = 10, after }, actor) => {
    const reader = readerOf(actor, structureId);
    if (!reader.ok) return reader;
    // Who did what inside the house is nothing to those who act for it from outside.
    if (mandateMark(reader.value.memberships, structureId) !== undefined)
      return accept({ entries: [], cursors: [], next: undefined });
    const window = {
      acts: ownStructureActs,
      limit: Math.min(Math.max(limit, 1), 100),
      ...(after === undefined ? {} : { after }),
    };
    return accept(await work.run(({ accessTrace }) => accessTrace.page(structureId, window)));
  };
