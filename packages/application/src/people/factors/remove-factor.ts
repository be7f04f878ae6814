import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { NewId } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import { postFactorChange } from './factor-mail.js';
import { methodsOf } from './factor-methods.js';
import type { FactorRefusal } from './factor-refusal.js';
import { requireProof, type SessionPorts } from './require-proof.js';

export interface RemoveFactorPorts extends SessionPorts {
  readonly work: Work;
  readonly newId: NewId;
}

export type RemoveTotp = (token: string, person: Person) => Promise<Result<undefined, FactorRefusal>>;

export const makeRemoveTotp =
  (ports: RemoveFactorPorts): RemoveTotp =>
  (token, person) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      if (!(await stores.factors.findTotp(person.userId))) return refuse({ code: 'factor-not-found' });
      await stores.factors.removeTotp(person.userId);
      await voidIdleCodes(stores, person.userId);
      await postFactorChange(stores, ports, person, 'totpRemoved');
      return accept(undefined);
    });

export type RemovePasskey = (
  command: { readonly token: string; readonly credentialId: string },
  person: Person,
) => Promise<Result<undefined, FactorRefusal>>;

export const makeRemovePasskey =
  (ports: RemoveFactorPorts): RemovePasskey =>
  ({ token, credentialId }, person) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      if (!(await stores.factors.removePasskey(person.userId, credentialId)))
        return refuse({ code: 'factor-not-found' });
      await voidIdleCodes(stores, person.userId);
      await postFactorChange(stores, ports, person, 'passkeyRemoved');
      return accept(undefined);
    });

/** Codes that replace no factor any more would come back with the next one, forgotten in a drawer. */
const voidIdleCodes = async ({ factors }: Stores, userId: string): Promise<void> => {
  if ((await methodsOf(factors, userId)).length === 0) await factors.replaceRecoveryCodes(userId, []);
};
