import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { NewId } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { postFactorChange } from './factor-mail.js';
import { methodsOf } from './factor-methods.js';
import type { FactorRefusal } from './factor-refusal.js';
import { giveRecoveryCodes, type RecoveryCodePorts } from './give-recovery-codes.js';
import { requireProof, type SessionPorts } from './require-proof.js';

export interface RenewRecoveryCodesPorts extends SessionPorts, RecoveryCodePorts {
  readonly work: Work;
  readonly newId: NewId;
}

export type RenewRecoveryCodes = (
  token: string,
  person: Person,
) => Promise<Result<readonly string[], FactorRefusal>>;

/** Ten new codes, shown once; those there were are void. They stand in for a factor: without one there are none. */
export const makeRenewRecoveryCodes =
  (ports: RenewRecoveryCodesPorts): RenewRecoveryCodes =>
  (token, person) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      if ((await methodsOf(stores.factors, person.userId)).length === 0)
        return refuse({ code: 'factor-not-found' });
      const codes = await giveRecoveryCodes(stores, ports, person.userId);
      await postFactorChange(stores, ports, person, 'recoveryCodesRenewed');
      return accept(codes);
    });
