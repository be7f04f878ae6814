import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import type { Account, PasswordHasher } from '../account-store.js';
import { secondFactorLimit, startTry } from '../throttle.js';

interface ProofPorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
  readonly now: Clock;
}

export type CurrentPasswordRefusal =
  | { readonly code: 'current-password-wrong' }
  | { readonly code: 'too-many-tries'; readonly retryAt: Date };

/** Whoever is signed in gives their password again; five wrong ones in 15 minutes close this. */
export const proveCurrentPassword = async (
  { work, hasher, now }: ProofPorts,
  userId: string,
  password: string,
): Promise<Result<Account, CurrentPasswordRefusal>> => {
  const limit = secondFactorLimit(userId);
  const started = await work.run(async ({ accounts, credentials }) => ({
    retryAt: await startTry(accounts, [limit], now()),
    account: await credentials.find(userId),
  }));
  if (started.retryAt) return refuse({ code: 'too-many-tries', retryAt: started.retryAt });
  const { account } = started;
  if (!account || !(await hasher.verify(account.passwordHash, password)))
    return refuse({ code: 'current-password-wrong' });
  await work.run(({ accounts }) => accounts.clearFailedSignIns(limit.subject));
  return accept(account);
};
