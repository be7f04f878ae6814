import type { Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';

export interface SignOutPorts {
  readonly work: Work;
  readonly sha256: Sha256;
}

export type SignOut = (token: string) => Promise<void>;

/** Ends the session; an unknown token is as good as signed out. */
export const makeSignOut =
  ({ work, sha256 }: SignOutPorts): SignOut =>
  (token) =>
    work.run(({ sessions }) => sessions.remove(sha256(token)));
