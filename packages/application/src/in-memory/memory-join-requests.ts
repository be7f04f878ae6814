import type { JoinRequest, JoinRequestShown, JoinRequestStore } from '../people/join-requests.js';
import { pageOf } from './memory-page.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryJoinRequests = (tables: MemoryTables): JoinRequestStore => {
  const { joinRequests, people, recipients, suppliers } = tables;
  const shown = (request: JoinRequest): JoinRequestShown => ({
    ...request,
    name: people.get(request.userId)?.name ?? '',
    email: people.get(request.userId)?.email ?? '',
    structureName: (suppliers.get(request.structureId) ?? recipients.get(request.structureId))?.name ?? '',
  });
  const all = (): JoinRequestShown[] =>
    [...joinRequests.values()]
      .map(shown)
      .sort((one, other) => one.askedAt.getTime() - other.askedAt.getTime());
  const find = async (structureId: string, id: string) =>
    all().find((request) => request.structureId === structureId && request.id === id);
  const openOf = (userId: string, structureId: string) =>
    [...joinRequests.values()].find(
      (request) =>
        request.userId === userId && request.structureId === structureId && request.state === 'waiting',
    );
  return {
    add: async (request) => {
      if (openOf(request.userId, request.structureId)) throw new Error('a request is open already');
      joinRequests.set(request.id, request);
    },
    find,
    findForChange: find,
    findOpen: async (userId, structureId) => openOf(userId, structureId),
    save: async (request) => {
      joinRequests.set(request.id, request);
    },
    ofStructure: async (structureId, { states, ...window }) => {
      const found = all().filter(
        (request) => request.structureId === structureId && states.includes(request.state),
      );
      const { rows, next, cursors } = pageOf(found, ({ askedAt, id }) => [askedAt.getTime(), id], window);
      return { requests: rows, next, cursors };
    },
    countWaiting: async (structureId) =>
      all().filter((request) => request.structureId === structureId && request.state === 'waiting').length,
    ofUser: async (userId) =>
      all()
        .filter((request) => request.userId === userId)
        .reverse()
        .slice(0, 50),
    waitingAsked: async (from, to) =>
      all().filter(({ state, askedAt }) => state === 'waiting' && from <= askedAt && askedAt <= to),
  };
};
