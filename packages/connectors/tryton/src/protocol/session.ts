import { createHash } from 'node:crypto';
import type { References } from '../reference-data.js';
import type { TrytonSettings } from '../settings.js';

/** What signing in gave: shared by every connector of one account, since Tryton counts and ends sessions per account. */
export interface SignedIn {
  readonly userId: number;
  readonly authorization: string;
  /** The last argument of every model call. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly company: number;
}

export interface Session {
  signedIn: Promise<SignedIn> | undefined;
  /** Tryton's own identifiers of what deliveries need; read once. */
  references: Promise<References> | undefined;
}

/** One session for each account and settings, for as long as the process lives. */
export const makeSessions = (): ((settings: TrytonSettings) => Session) => {
  const sessions = new Map<string, Session>();
  return (settings) => {
    const account = createHash('sha256').update(JSON.stringify(settings)).digest('hex');
    const known = sessions.get(account);
    if (known) return known;
    const session: Session = { signedIn: undefined, references: undefined };
    sessions.set(account, session);
    return session;
  };
};
