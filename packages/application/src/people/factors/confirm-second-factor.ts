import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Work } from '../../ports/work.js';
import { type OpenSessionPorts, openSession } from '../sessions/open-session.js';
import type { Device, SignInMeans } from '../sessions/session.js';
import type { SignedIn } from '../sign-in.js';
import {
  checkFactor,
  type FactorAnswer,
  type FactorCheckPorts,
  type FactorCheckRefusal,
} from './check-factor.js';
import { postRecoveryCodeUsed } from './factor-mail.js';
import type { FactorMethod } from './factor-methods.js';
import { takeChallenge } from './take-challenge.js';

export interface ConfirmSecondFactorPorts extends OpenSessionPorts, FactorCheckPorts {
  readonly work: Work;
}

export interface ConfirmSecondFactorCommand {
  /** What the first step answered. */
  readonly challenge: string;
  readonly factor: FactorAnswer;
  readonly device?: Device;
}

export type ConfirmSecondFactorRefusal = FactorCheckRefusal | { readonly code: 'challenge-over' };

export type ConfirmSecondFactor = (
  command: ConfirmSecondFactorCommand,
) => Promise<Result<SignedIn, ConfirmSecondFactorRefusal>>;

/**
 * The second step of signing in. The challenge is taken out first, so that of two answers at once one counts; it is put
 * back after a wrong code, which may be typed again until the tries are used up.
 */
export const makeConfirmSecondFactor =
  (ports: ConfirmSecondFactorPorts): ConfirmSecondFactor =>
  ({ challenge: token, factor, device = {} }) =>
    ports.work.run(async (stores) => {
      const challenge = await takeChallenge(stores, ports, token, 'secondFactor');
      const userId = challenge?.userId;
      const at = ports.now();
      const person = userId === undefined ? undefined : await stores.accounts.findPerson(userId, at);
      if (!challenge || userId === undefined || !person) return refuse({ code: 'challenge-over' });
      const checked = await checkFactor(stores, ports, userId, factor, challenge);
      if (!checked.ok) {
        await stores.challenges.add(challenge);
        return checked;
      }
      if (checked.value === 'recoveryCode') await postRecoveryCodeUsed(stores, ports, person);
      const means = challenge.means === 'openId' ? 'openIdAndSecondFactor' : meansWithPassword[checked.value];
      const opened = await openSession(stores, ports, {
        userId,
        means,
        device,
        openId: challenge.openId,
        at,
      });
      return accept({ person, language: person.language ?? 'fr', ...opened });
    });

const meansWithPassword: Record<FactorMethod, SignInMeans> = {
  totp: 'passwordAndTotp',
  passkey: 'passwordAndPasskey',
  recoveryCode: 'passwordAndRecoveryCode',
};
