import type { Engagement } from '@parvis/domain/directory/engagement';
import type { EngagementStore } from './engagement-store.js';

const pageSize = 10_000;

/** All engagements of a recipient, by number. */
export const loadEngagements = async (
  engagements: EngagementStore,
  recipientId: string,
): Promise<Engagement[]> => {
  const all: Engagement[] = [];
  let after: string | undefined;
  do {
    const window = { limit: pageSize, ...(after === undefined ? {} : { after }) };
    // The day tells states apart, and no state is asked for.
    const page = await engagements.page({ recipientId, day: '2000-01-01' }, window);
    all.push(...page.engagements);
    after = page.next;
  } while (after !== undefined);
  return all;
};
