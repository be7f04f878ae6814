import type { Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { OpenIdExpert } from './openid/openid-expert.js';

export interface SignOutPorts {
  readonly work: Work;
  readonly sha256: Sha256;
  /** Left out where no provider opens sessions. */
  readonly openIdExpert?: Pick<OpenIdExpert, 'signOutAddress'>;
}

export interface SignedOut {
  /** Where to sign out of the provider too, when one opened the session. */
  readonly providerAddress?: string;
}

export type SignOut = (token: string) => Promise<SignedOut>;

/** Ends the session; an unknown token is as good as signed out. The provider is asked once ours is over. */
export const makeSignOut =
  ({ work, sha256, openIdExpert }: SignOutPorts): SignOut =>
  async (token) => {
    const ended = await work.run(async ({ sessions }) => {
      const session = await sessions.find(sha256(token));
      await sessions.remove(sha256(token));
      return session?.openId;
    });
    if (!ended || !openIdExpert) return {};
    // A provider out of reach keeps nobody signed in here.
    const providerAddress = await openIdExpert
      .signOutAddress(ended.provider, ended.idToken)
      .catch(() => undefined);
    return providerAddress === undefined ? {} : { providerAddress };
  };
