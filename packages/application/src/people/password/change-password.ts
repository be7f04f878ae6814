import type { Person, Side } from '@parvis/domain/access/actor';
import { type PasswordFault, passwordFault } from '@parvis/domain/access/password-rule';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, Sha256 } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import type { PasswordHasher } from '../account-store.js';
import { type ProofRefusal, requireFactorProof } from '../factors/require-proof.js';
import { type CurrentPasswordRefusal, proveCurrentPassword } from './prove-current-password.js';
import { type SetPasswordPorts, setPassword } from './set-password.js';

export interface ChangePasswordPorts extends SetPasswordPorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
  /** Slow on purpose. */
  readonly hashPassword: (password: string) => Promise<string>;
  readonly sha256: Sha256;
  readonly now: Clock;
}

export interface ChangePasswordCommand {
  readonly current: string;
  readonly password: string;
  readonly side: Side;
  /** Of the session that asks: it goes on. */
  readonly token: string;
}

export type ChangePasswordRefusal = CurrentPasswordRefusal | ProofRefusal | { readonly code: PasswordFault };

export type ChangePassword = (
  command: ChangePasswordCommand,
  person: Person,
) => Promise<Result<undefined, ChangePasswordRefusal>>;

/**
 * The current password is asked for: a browser left open is not enough; where there is a second factor, neither is the
 * password. All other sessions end.
 */
export const makeChangePassword =
  (ports: ChangePasswordPorts): ChangePassword =>
  async ({ current, password, side, token }, person) => {
    const weak = passwordFault(password, person);
    if (weak) return refuse({ code: weak });
    const { userId } = person;
    const recent = await ports.work.run((stores) => requireFactorProof(stores, ports, { userId, token }));
    if (!recent.ok) return recent;
    const proved = await proveCurrentPassword(ports, userId, current);
    if (!proved.ok) return proved;
    const passwordHash = await ports.hashPassword(password);
    const keptTokenHash = ports.sha256(token);
    await ports.work.run((stores) =>
      setPassword(stores, ports, { account: proved.value, passwordHash, side, keptTokenHash }),
    );
    return accept(undefined);
  };
