import type { Actor } from '@parvis/domain/access/actor';
import { settingsOf } from '@parvis/domain/directory/entity-settings';
import { lintSettings } from '@parvis/domain/directory/lint-settings';
import type { Finding, SettingsFacts } from '@parvis/domain/directory/settings-finding';
import { isWorksDocument } from '@parvis/domain/invoice/frameworks';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import { PREVIEW_DAYS } from './preview-settings.js';
import { countOf } from './settings-impact.js';
import { holderOf, type SettingsRefusal } from './settings-refusal.js';

const DAY_IN_MS = 86_400_000;
const UNUSED_DAYS = 365;
/** A service just made or changed is left in peace. */
const SETTLED_DAYS = 30;
const RECENT_DAYS = 30;
/** How many services a finding names, and one click mends. */
const NAMED = 20;

export type LintFindings = (structureId: string, actor: Actor) => Promise<Result<Finding[], SettingsRefusal>>;

/** What makes the entity impossible or painful to invoice, as it stands. */
export const makeLintFindings =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): LintFindings =>
  async (structureId, actor) => {
    const holder = holderOf(actor, 'settings:read', structureId);
    if (!holder.ok) return holder;
    const at = now();
    return work.run(async (stores) => {
      const found = await stores.settings.find(structureId);
      if (!found) return refuse({ code: 'not-allowed', right: 'settings:read' });
      return accept(lintSettings(settingsOf(found.entry), await factsOf(stores, structureId, at)));
    });
  };

const factsOf = async (
  { settingsFigures, memberships, engagements }: Stores,
  structureId: string,
  at: Date,
): Promise<SettingsFacts> => {
  const ago = (days: number): Date => new Date(at.getTime() - days * DAY_IN_MS);
  const day = calendarDay(at);
  const received = await settingsFigures.receivedSince(structureId, ago(PREVIEW_DAYS));
  return {
    ...(await settingsFigures.serviceFacts(structureId, {
      day,
      settledBefore: ago(SETTLED_DAYS),
      unusedSince: ago(UNUSED_DAYS),
      recently: ago(RECENT_DAYS),
      named: NAMED,
    })),
    day,
    managers: (await memberships.managersOf(structureId, at)).length,
    engagementsKnown: await engagements.any(structureId),
    received: {
      total: countOf(received),
      withoutEngagement: countOf(received.filter(({ carriesEngagement }) => !carriesEngagement)),
      ordinary: countOf(received.filter(({ framework }) => !isWorksDocument(framework))),
    },
  };
};
