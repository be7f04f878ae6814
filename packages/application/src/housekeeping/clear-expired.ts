import { SIGN_IN_WINDOW_IN_MS } from '../people/throttle.js';
import { LONGEST_ASKING_WINDOW_IN_MS } from '../people/throttle-asking.js';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';

/** What was sent or said a month ago answers no question any more. */
const KEPT_IN_MS = 30 * 24 * 3_600_000;

export interface ClearExpiredPorts {
  readonly work: Work;
  readonly now: Clock;
}

/** How many of each were cleared. */
export interface Cleared {
  readonly uploads: number;
  readonly sessions: number;
  readonly failedSignIns: number;
  /** Second steps nobody took, and sign-ins that never came back from a provider. */
  readonly challenges: number;
  /** Sign-ups whose address nobody proved, links nobody opened, and what was counted against asking too often. */
  readonly signUps: number;
  readonly mails: number;
  /** What was said over connections to accounting systems. */
  readonly exchanges: number;
  /** What accounting systems have posted, and has been read. */
  readonly posts: number;
}

export type ClearExpired = () => Promise<Cleared>;

/**
 * Clears what nothing reads any more: uploads nobody used in time, sessions that are over, failed sign-ins that no
 * longer count. The bytes of an upload stay: those of an invoice's documents may be the same. Harmless at any moment,
 * in any number of processes at once.
 */
export const makeClearExpired =
  ({ work, now }: ClearExpiredPorts): ClearExpired =>
  () =>
    work.run(
      async ({
        uploads,
        accounts,
        sessions,
        challenges,
        openId,
        signUps,
        accountLinks,
        askings,
        mail,
        exchanges,
        inbox,
      }) => {
        const at = now();
        return {
          uploads: await uploads.removeExpired(at),
          sessions: await sessions.removeExpired(at),
          failedSignIns: await accounts.removeFailedSignInsBefore(
            new Date(at.getTime() - SIGN_IN_WINDOW_IN_MS),
          ),
          challenges: (await challenges.removeExpired(at)) + (await openId.removeExpired(at)),
          signUps:
            (await signUps.removeExpired(at)) +
            (await accountLinks.removeExpired(at)) +
            (await askings.removeBefore(new Date(at.getTime() - LONGEST_ASKING_WINDOW_IN_MS))),
          mails: await mail.removeBefore(new Date(at.getTime() - KEPT_IN_MS)),
          exchanges: await exchanges.forgetBefore(new Date(at.getTime() - KEPT_IN_MS)),
          posts: await inbox.forgetBefore(new Date(at.getTime() - KEPT_IN_MS)),
        };
      },
    );
