import type { Actor } from '@parvis/domain/access/actor';
import { reachOf } from '@parvis/domain/access/rights';
import type { EngagementState } from '@parvis/domain/directory/engagement';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { EngagementPage, EngagementWindow } from './engagement-store.js';

export interface ListEngagementsQuery extends EngagementWindow {
  readonly structureId: string;
  readonly search?: string;
  readonly serviceCode?: string;
  readonly state?: EngagementState;
}

export interface ListedEngagements extends EngagementPage {
  readonly total: number;
}

export type ListEngagements = (
  query: ListEngagementsQuery,
  actor: Actor,
) => Promise<Result<ListedEngagements, ActRefusal>>;

/** The engagements of a public entity, as far as the actor's services reach. */
export const makeListEngagements =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): ListEngagements =>
  async ({ structureId, limit, after, ...asked }, actor) => {
    const reach = reachOf(actor, 'engagement:read').find((one) => one.structureId === structureId);
    if (!reach) return refuse({ code: 'not-allowed', right: 'engagement:read' });
    const filter = {
      recipientId: structureId,
      day: calendarDay(now()),
      ...asked,
      ...(reach.services && { services: reach.services }),
    };
    const window = { limit, ...(after === undefined ? {} : { after }) };
    return work.run(async ({ engagements }) => {
      const page = await engagements.page(filter, window);
      return accept({ ...page, total: await engagements.count(filter) });
    });
  };
