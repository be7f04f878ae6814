import type { Person } from '@parvis/domain/access/actor';
import type { Clock, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';

export interface WhoIsSignedInPorts {
  readonly work: Work;
  readonly sha256: Sha256;
  readonly now: Clock;
}

export type WhoIsSignedIn = (token: string) => Promise<Person | undefined>;

/** A page asks ten times a second; lists of sessions tell minutes. */
const SEEN_EVERY_MS = 60_000;

/** The person behind a session token; undefined when the session is unknown, ended or expired. */
export const makeWhoIsSignedIn =
  ({ work, sha256, now }: WhoIsSignedInPorts): WhoIsSignedIn =>
  (token) =>
    work.run(async ({ accounts, sessions }) => {
      const session = await sessions.find(sha256(token));
      const at = now();
      if (!session || session.expiresAt <= at) return undefined;
      if (at.getTime() - session.lastSeenAt.getTime() >= SEEN_EVERY_MS)
        await sessions.noteSeen(session.tokenHash, at);
      return accounts.findPerson(session.userId, at);
    });
