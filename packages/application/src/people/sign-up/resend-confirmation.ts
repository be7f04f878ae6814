import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores, Work } from '../../ports/work.js';
import { type ConfirmationPorts, newConfirmation, postConfirmation } from './post-confirmation.js';
import type { PendingSignUp } from './sign-up-store.js';

export interface ResendConfirmationPorts extends ConfirmationPorts {
  readonly work: Work;
}

export type ResendRefusal =
  /** Confirmed already, over, or never there. */
  | { readonly code: 'sign-up-not-found' }
  | { readonly code: 'resend-too-early'; readonly retryAt: Date }
  | { readonly code: 'resend-used-up' };

export type ResendConfirmation = (
  signUpId: string,
) => Promise<Result<{ readonly codeExpiresAt: Date }, ResendRefusal>>;

const PAUSE_IN_MS = 60_000;
const MAXIMUM_SENDINGS = 5;

/** Another code and another link; those before open nothing any more. Once a minute, five mails in all. */
export const makeResendConfirmation =
  (ports: ResendConfirmationPorts): ResendConfirmation =>
  (signUpId) =>
    ports.work.run(async (stores) => {
      const signUp = await stores.signUps.findForChange(ports.sha256(signUpId));
      const now = ports.now();
      if (!signUp || signUp.expiresAt <= now) return refuse({ code: 'sign-up-not-found' });
      if (signUp.sendings >= MAXIMUM_SENDINGS) return refuse({ code: 'resend-used-up' });
      const retryAt = new Date(signUp.lastSentAt.getTime() + PAUSE_IN_MS);
      if (now < retryAt) return refuse({ code: 'resend-too-early', retryAt });
      const { secrets, stored } = newConfirmation(ports, signUpId);
      const again = { ...signUp, ...stored, codeTries: 0, sendings: signUp.sendings + 1 };
      await stores.signUps.save(again);
      await tell(stores, ports, again, secrets);
      return accept({ codeExpiresAt: again.codeExpiresAt });
    });

/** Whoever has an account already was told so once: that is enough. */
const tell = async (
  stores: Stores,
  ports: ResendConfirmationPorts,
  signUp: PendingSignUp,
  secrets: { readonly code: string; readonly link: string },
): Promise<void> => {
  const { target } = signUp;
  if (target.kind === 'decoy') return;
  const structureName =
    target.kind === 'create'
      ? target.structure.name
      : ((await stores.organisations.find(target.structureId))?.name ?? '');
  const side = target.kind === 'create' ? 'supplier' : target.side;
  await postConfirmation(stores, ports, { signUp, side, structureName, secrets });
};
