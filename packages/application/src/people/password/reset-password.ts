import type { Side } from '@parvis/domain/access/actor';
import { type PasswordFault, passwordFault } from '@parvis/domain/access/password-rule';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, Sha256 } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { type SetPasswordPorts, setPassword } from './set-password.js';

export interface ResetPasswordPorts extends SetPasswordPorts {
  readonly work: Work;
  readonly sha256: Sha256;
  readonly now: Clock;
  /** Slow on purpose. */
  readonly hashPassword: (password: string) => Promise<string>;
}

export interface ResetPasswordCommand {
  /** The secret of the mailed link. */
  readonly link: string;
  readonly password: string;
  readonly side: Side;
}

export type ResetPasswordRefusal =
  /** Used, over, or never sent. */
  { readonly code: 'link-not-found' } | { readonly code: PasswordFault };

export type ResetPassword = (
  command: ResetPasswordCommand,
) => Promise<Result<undefined, ResetPasswordRefusal>>;

/**
 * Sets a new password by a mailed link, once, and ends every session. Nobody is signed in by it: the next sign-in asks
 * for the second factor of whoever has one.
 */
export const makeResetPassword =
  (ports: ResetPasswordPorts): ResetPassword =>
  async ({ link, password, side }) => {
    const linkHash = ports.sha256(link);
    // Looked at first: a stranger does not keep the machine busy, and a weak password does not use the link up.
    const holds = await ports.work.run(({ accountLinks }) =>
      accountLinks.holds('resetPassword', linkHash, ports.now()),
    );
    if (!holds) return refuse({ code: 'link-not-found' });
    const weak = passwordFault(password, { email: '', name: '' });
    if (weak) return refuse({ code: weak });
    const passwordHash = await ports.hashPassword(password);
    return ports.work.run(async (stores) => {
      const taken = await stores.accountLinks.take('resetPassword', linkHash);
      const account = taken && (await stores.credentials.find(taken.userId));
      if (!account || taken.expiresAt <= ports.now()) return refuse({ code: 'link-not-found' });
      await setPassword(stores, ports, { account, passwordHash, side });
      return accept(undefined);
    });
  };
