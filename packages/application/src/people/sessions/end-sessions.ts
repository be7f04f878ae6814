import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Sha256 } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';

export interface EndSessionsPorts {
  readonly work: Work;
  readonly sha256: Sha256;
}

export type EndSession = (
  sessionId: string,
  person: Person,
) => Promise<Result<undefined, { readonly code: 'session-not-found' }>>;

export const makeEndSession =
  ({ work }: Pick<EndSessionsPorts, 'work'>): EndSession =>
  (sessionId, { userId }) =>
    work.run(async ({ sessions }) =>
      (await sessions.removeOne(userId, sessionId))
        ? accept(undefined)
        : refuse({ code: 'session-not-found' }),
    );

/** Signs out everywhere but here; answers how many sessions ended. */
export type EndOtherSessions = (token: string, person: Person) => Promise<number>;

export const makeEndOtherSessions =
  ({ work, sha256 }: EndSessionsPorts): EndOtherSessions =>
  (token, { userId }) =>
    work.run(({ sessions }) => sessions.removeAll(userId, sha256(token)));
