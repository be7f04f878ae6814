import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import type { EngagementSettings } from '@parvis/domain/directory/engagement';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { mayAtPublicEntity } from '../imports/may-at-public-entity.js';
import type { Clock } from '../ports/platform.js';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import { changesBetween } from '../settings/settings-trace.js';

export type FindEngagementSettings = (
  structureId: string,
  actor: Actor,
) => Promise<Result<EngagementSettings, ActRefusal>>;

export const makeFindEngagementSettings =
  ({ work }: { readonly work: Work }): FindEngagementSettings =>
  async (structureId, actor) =>
    may(actor, 'engagement:read', structureId)
      ? accept(await work.run(({ engagements }) => engagements.settings(structureId)))
      : refuse({ code: 'not-allowed', right: 'engagement:read' });

export interface ChangeEngagementSettingsCommand {
  readonly structureId: string;
  readonly settings: EngagementSettings;
}

export type ChangeEngagementSettings = (
  command: ChangeEngagementSettingsCommand,
  actor: Actor,
) => Promise<Result<EngagementSettings, ActRefusal>>;

/** What a deposit is told of engagements is a setting of the entity: whoever changes settings changes it. */
export const makeChangeEngagementSettings =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): ChangeEngagementSettings =>
  ({ structureId, settings }, actor) =>
    runOrUndo<EngagementSettings, ActRefusal>(work, async ({ engagements, accessTrace }) => {
      const right = 'settings:change';
      if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
      if (!mayAtPublicEntity(actor, right, structureId)) return refuse({ code: 'not-allowed', right });
      const at = now();
      const before = await engagements.settings(structureId);
      await engagements.changeSettings(structureId, settings, at);
      await accessTrace.record({
        structureId,
        at,
        byUserId: actor.userId,
        byName: actor.name,
        act: 'engagement.settings.changed',
        subject: settings.check,
        details: { changes: changesBetween(namedFields(before), namedFields(settings)) },
      });
      return accept(settings);
    });

/** As the history of settings calls them. */
const namedFields = ({ check, acceptsExcess }: EngagementSettings) => ({
  engagementCheck: check,
  engagementExcess: acceptsExcess,
});
