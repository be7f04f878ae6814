import { createHash } from 'node:crypto';
import type { References } from '../reference-data.js';

/** What is remembered of one account on one server, for as long as the process lives. */
export interface Session {
  signedIn: Promise<SignedIn> | undefined;
  /** Odoo's own identifiers of what deliveries need; read once. */
  references: Promise<References> | undefined;
}

export interface SignedIn {
  /** `17.0`, `saas~17.4`, `19.0`. */
  readonly version: string;
  /** 17, 19. */
  readonly major: number;
  readonly speaks: 'json-rpc' | 'json-2';
  readonly userId: number;
  /** Language and time zone of the account: what its messages are written in. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** One session for each account and settings. */
export const makeSessions = (): ((settings: object) => Session) => {
  const sessions = new Map<string, Session>();
  return (settings) => {
    const account = createHash('sha256').update(JSON.stringify(settings)).digest('hex');
    const known = sessions.get(account) ?? { signedIn: undefined, references: undefined };
    sessions.set(account, known);
    return known;
  };
};
