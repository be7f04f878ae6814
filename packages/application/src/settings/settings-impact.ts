import type { DirectoryEntry, DirectoryService } from '@parvis/domain/directory/directory-entry';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import {
  type RecipientDemands,
  type RecipientRuleId,
  recipientRefusals,
} from '@parvis/domain/rules/recipient/recipient-refusals';
import type { ReceivedGroup, ReceivedKey } from './settings-store.js';

/** A group of invoices that would not be taken in, with the first cause. */
export interface RefusedGroup extends ReceivedGroup {
  readonly rule: RecipientRuleId;
}

export interface KnownServices {
  readonly services: readonly DirectoryService[];
  readonly any: boolean;
}

/**
 * Which invoices this entity would refuse if they were deposited again on that day. A code that no service bears any more
 * counts as refused: so would the supplier's next invoice be.
 */
export const refusedGroups = (
  groups: readonly ReceivedGroup[],
  { services: _, ...entry }: DirectoryEntry,
  known: KnownServices,
  day: CalendarDate,
): RefusedGroup[] => {
  const byCode = new Map(known.services.map((service) => [service.code, service]));
  return groups.flatMap((group) => {
    const demands: RecipientDemands = {
      ...entry,
      hasServices: known.any,
      service: byCode.get(group.serviceCode ?? ''),
    };
    const [rule] = recipientRefusals(referencesOf(group), demands, day);
    return rule ? [{ ...group, rule }] : [];
  });
};

const referencesOf = ({ serviceCode, carriesEngagement, framework }: ReceivedKey) => ({
  serviceCode,
  ...(carriesEngagement && { engagementNumber: 'given' }),
  framework,
});

export interface RuleCount {
  readonly rule: RecipientRuleId;
  readonly count: number;
}

/** How many by cause, the most frequent first. */
export const countByRule = (refused: readonly RefusedGroup[]): RuleCount[] => {
  const counts = new Map<RecipientRuleId, number>();
  for (const { rule, count } of refused) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1));
};

export const countOf = (groups: readonly { readonly count: number }[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);
