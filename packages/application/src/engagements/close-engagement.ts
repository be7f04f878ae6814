import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import type { Engagement } from '@parvis/domain/directory/engagement';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';

export interface CloseEngagementCommand {
  readonly structureId: string;
  readonly number: string;
  /** False opens it again. */
  readonly closed: boolean;
}

export type CloseEngagement = (
  command: CloseEngagementCommand,
  actor: Actor,
) => Promise<Result<Engagement, ActRefusal>>;

/** Closes an engagement, or opens it again: cheap to undo, so it is not asked twice. */
export const makeCloseEngagement =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): CloseEngagement =>
  ({ structureId, number, closed }, actor) =>
    runOrUndo<Engagement, ActRefusal>(work, async ({ engagements, accessTrace }) => {
      const right = 'engagement:manage';
      if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
      if (!may(actor, right, structureId)) return refuse({ code: 'not-allowed', right });
      await engagements.lock(structureId);
      const engagement = await engagements.find(structureId, number);
      const subject = { serviceCode: engagement?.serviceCode ?? null };
      if (!engagement || !may(actor, right, structureId, subject))
        return refuse({ code: 'engagement-not-found' });
      if (engagement.source === 'accounting') return refuse({ code: 'engagement-kept-elsewhere' });
      if (engagement.closed === closed) return accept(engagement);
      const at = now();
      const changed: Engagement = { ...engagement, closed, updatedAt: at };
      await engagements.put([changed]);
      await accessTrace.record({
        structureId,
        at,
        byUserId: actor.userId,
        byName: actor.name,
        act: closed ? 'engagement.closed' : 'engagement.reopened',
        subject: number,
        details: {},
      });
      return accept(changed);
    });
