import type { Principal } from '@parvis/domain/access/actor';
import { rightsActs } from '@parvis/domain/access/acts';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { PeopleRefusal } from '../people/refusals.js';
import type { Work } from '../ports/work.js';
import type { TracePage } from './access-trace.js';

export interface ListTracesCommand {
  readonly structureId: string;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  readonly after?: string;
}

export type ListTraces = (
  command: ListTracesCommand,
  actor: Principal,
) => Promise<Result<TracePage, PeopleRefusal>>;

/** Who gave what to whom in a structure, when and why; newest first. Settings and services have their own history. */
export const makeListTraces =
  ({ work }: { readonly work: Work }): ListTraces =>
  async ({ structureId, limit = 25, ...window }, actor) => {
    if (!may(actor, 'person:read', structureId)) return refuse({ code: 'not-allowed', right: 'person:read' });
    const bounded = Math.min(Math.max(limit, 1), 100);
    return accept(
      await work.run(({ accessTrace }) =>
        accessTrace.page(structureId, { ...window, acts: rightsActs, limit: bounded }),
      ),
    );
  };
