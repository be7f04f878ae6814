import type { Actor } from '@parvis/domain/access/actor';
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
    const window = {
      acts: ownStructureActs,
      limit: Math.min(Math.max(limit, 1), 100),
      ...(after === undefined ? {} : { after }),
    };
    return accept(await work.run(({ accessTrace }) => accessTrace.page(structureId, window)));
  };
