import {
  type Engagement,
  engagementStateOn,
  supplierKey,
  usualEngagementSettings,
} from '@parvis/domain/directory/engagement';
import {
  type EngagementFilter,
  type EngagementStore,
  plainText,
  searchedText,
} from '../engagements/engagement-store.js';
import { pageOf } from './memory-page.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryEngagements = ({ engagements, engagementSettings }: MemoryTables): EngagementStore => {
  const among = (recipientId: string): Engagement[] =>
    [...engagements.values()].filter((engagement) => engagement.recipientId === recipientId);
  const meeting = (filter: EngagementFilter): Engagement[] =>
    among(filter.recipientId).filter((engagement) => meets(engagement, filter));
  return {
    settings: async (recipientId) => engagementSettings.get(recipientId) ?? usualEngagementSettings,
    changeSettings: async (recipientId, settings) => {
      engagementSettings.set(recipientId, settings);
    },
    any: async (recipientId) => among(recipientId).length > 0,
    find: async (recipientId, number) => engagements.get(keyOf(recipientId, number)),
    findMany: async (recipientId, numbers) => {
      const wanted = new Set(numbers);
      return among(recipientId).filter(({ number }) => wanted.has(number));
    },
    openOfSupplier: async (recipientId, keys, limit) =>
      among(recipientId)
        .filter(({ closed, supplierIdentifier }) => {
          return (
            !closed && supplierIdentifier !== undefined && keys.includes(supplierKey(supplierIdentifier))
          );
        })
        .sort((left, right) => (left.number < right.number ? -1 : 1))
        .slice(0, limit),
    page: async (filter, window) => {
      const { rows, next, cursors } = pageOf(meeting(filter), ({ number }) => [number], window);
      return { engagements: rows, next, cursors };
    },
    count: async (filter) => meeting(filter).length,
    put: async (given) => {
      for (const engagement of given)
        engagements.set(keyOf(engagement.recipientId, engagement.number), engagement);
    },
    lock: async () => undefined,
  };
};

const meets = (
  engagement: Engagement,
  { services, search = '', serviceCode, state, day }: EngagementFilter,
): boolean =>
  (services?.includes(engagement.serviceCode ?? '') ?? true) &&
  (serviceCode === undefined || engagement.serviceCode === serviceCode) &&
  (state === undefined || engagementStateOn(engagement, day) === state) &&
  searchedText(engagement).includes(plainText(search));
