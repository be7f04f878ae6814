import type { Session } from '../people/sessions/session.js';
import type { SessionStore } from '../people/sessions/session-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memorySessions = ({ sessions }: MemoryTables): SessionStore => {
  const where = (holds: (session: Session) => boolean): Session[] => [...sessions.values()].filter(holds);
  const removeThose = (holds: (session: Session) => boolean): number => {
    const found = where(holds);
    for (const { tokenHash } of found) sessions.delete(tokenHash);
    return found.length;
  };
  return {
    add: async (session) => {
      sessions.set(session.tokenHash, session);
    },
    find: async (tokenHash) => sessions.get(tokenHash),
    remove: async (tokenHash) => {
      sessions.delete(tokenHash);
    },
    ofUser: async (userId, now) =>
      where((session) => session.userId === userId && session.expiresAt > now).sort(
        (one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime(),
      ),
    removeOne: async (userId, sessionId) =>
      removeThose((session) => session.userId === userId && session.sessionId === sessionId) > 0,
    removeAll: async (userId, exceptTokenHash) =>
      removeThose((session) => session.userId === userId && session.tokenHash !== exceptTokenHash),
    noteSeen: async (tokenHash, lastSeenAt) => {
      const session = sessions.get(tokenHash);
      if (session) sessions.set(tokenHash, { ...session, lastSeenAt });
    },
    rotate: async (tokenHash, next) => {
      const session = sessions.get(tokenHash);
      if (!session) return false;
      sessions.delete(tokenHash);
      sessions.set(next.tokenHash, { ...session, ...next });
      return true;
    },
    removeExpired: async (now) => removeThose(({ expiresAt }) => expiresAt <= now),
  };
};
