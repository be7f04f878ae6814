import type { Session } from './session.js';

export interface SessionStore {
  add(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | undefined>;
  /** Harmless when there is none. */
  remove(tokenHash: string): Promise<void>;
  /** Those that still run, the last seen first. */
  ofUser(userId: string, now: Date): Promise<Session[]>;
  /** False when the person has no such session. */
  removeOne(userId: string, sessionId: string): Promise<boolean>;
  /** All of the person's, but the one with this token where one is given; answers how many. */
  removeAll(userId: string, exceptTokenHash?: string): Promise<number>;
  noteSeen(tokenHash: string, at: Date): Promise<void>;
  /** The same session under a new token, proved anew; false when it is gone. */
  rotate(tokenHash: string, next: Pick<Session, 'tokenHash' | 'provedAt'>): Promise<boolean>;
  /** Those that are over at that moment; answers how many. */
  removeExpired(now: Date): Promise<number>;
}
