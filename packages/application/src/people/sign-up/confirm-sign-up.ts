import type { Person } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores, Work } from '../../ports/work.js';
import type { PasswordHasher } from '../account-store.js';
import { type OpenedSession, openSession } from '../sessions/open-session.js';
import type { Device } from '../sessions/session.js';
import { type EnteredStructure, enterStructure } from './enter-structure.js';
import { type ConfirmationPorts, hashOfCode } from './post-confirmation.js';
import type { PendingSignUp } from './sign-up-store.js';

export interface ConfirmSignUpPorts extends ConfirmationPorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
}

/**
 * What proves the address. The link alone would let in whoever signed up with somebody else's address and waits for them
 * to click: it comes with the secret of the browser that asked, or with the password that was chosen.
 */
export type ConfirmationProof =
  | { readonly kind: 'code'; readonly signUpId: string; readonly code: string }
  | { readonly kind: 'linkHere'; readonly signUpId: string; readonly link: string }
  | { readonly kind: 'linkElsewhere'; readonly link: string; readonly password: string };

export interface SignUpConfirmed extends OpenedSession {
  readonly person: Person;
  readonly language: Language;
  readonly entered: EnteredStructure;
}

export type ConfirmRefusal =
  /** Confirmed already, over, or never there. */
  | { readonly code: 'sign-up-not-found' }
  | { readonly code: 'code-expired' }
  | { readonly code: 'code-wrong'; readonly triesLeft: number }
  | { readonly code: 'password-wrong'; readonly triesLeft: number }
  /** Another code must be asked for. */
  | { readonly code: 'code-used-up' }
  /** Since the sign-up began, the address got an account. */
  | { readonly code: 'address-taken' };

export type ConfirmSignUp = (
  proof: ConfirmationProof,
  device: Device,
) => Promise<Result<SignUpConfirmed, ConfirmRefusal>>;

const MAXIMUM_TRIES = 5;

/**
 * The address is proved: the account comes to be, enters its structure, and the person is signed in. Of two confirmations
 * at once, one finds the sign-up gone.
 */
export const makeConfirmSignUp =
  (ports: ConfirmSignUpPorts): ConfirmSignUp =>
  async (proof, device) => {
    const refused = proof.kind === 'linkElsewhere' ? await askPassword(ports, proof) : undefined;
    if (refused) return refuse(refused);
    // A refusal is stored too: wrong codes are counted.
    return ports.work.run(async (stores) => {
      const signUp = await find(stores, ports, proof);
      if (!signUp) return refuse({ code: 'sign-up-not-found' });
      const doubt = proof.kind === 'code' ? doubtCode(ports, signUp, proof) : undefined;
      if (doubt?.code === 'code-wrong') await countTry(stores, signUp);
      return doubt ? refuse(doubt) : complete(stores, ports, signUp, device);
    });
  };

const find = async (
  { signUps }: Pick<Stores, 'signUps'>,
  { sha256, now }: ConfirmSignUpPorts,
  proof: ConfirmationProof,
): Promise<PendingSignUp | undefined> => {
  const found =
    proof.kind === 'linkElsewhere'
      ? await signUps.findByLinkForChange(sha256(proof.link))
      : await signUps.findForChange(sha256(proof.signUpId));
  if (!found || found.expiresAt <= now()) return undefined;
  return proof.kind === 'code' || found.linkHash === sha256(proof.link) ? found : undefined;
};

const doubtCode = (
  { sha256, now }: ConfirmSignUpPorts,
  { target, codeHash, codeExpiresAt, codeTries }: PendingSignUp,
  { signUpId, code }: Extract<ConfirmationProof, { readonly kind: 'code' }>,
): ConfirmRefusal | undefined => {
  if (codeTries >= MAXIMUM_TRIES) return { code: 'code-used-up' };
  if (codeExpiresAt <= now()) return { code: 'code-expired' };
  // A decoy has no right code, and is told so like a wrong one.
  if (target.kind !== 'decoy' && codeHash === hashOfCode(sha256, signUpId, code)) return undefined;
  return { code: 'code-wrong', triesLeft: MAXIMUM_TRIES - codeTries - 1 };
};

/** The try counts before the password is looked at: many at once get no more than one by one. */
const askPassword = async (
  ports: ConfirmSignUpPorts,
  proof: Extract<ConfirmationProof, { readonly kind: 'linkElsewhere' }>,
): Promise<ConfirmRefusal | undefined> => {
  const signUp = await ports.work.run(async (stores) => {
    const found = await find(stores, ports, proof);
    if (found && found.codeTries < MAXIMUM_TRIES) await countTry(stores, found);
    return found;
  });
  if (!signUp) return { code: 'sign-up-not-found' };
  if (signUp.codeTries >= MAXIMUM_TRIES) return { code: 'code-used-up' };
  // Slow on purpose, hence outside the unit of work.
  if (await ports.hasher.verify(signUp.passwordHash, proof.password)) return undefined;
  return { code: 'password-wrong', triesLeft: MAXIMUM_TRIES - signUp.codeTries - 1 };
};

const countTry = ({ signUps }: Pick<Stores, 'signUps'>, signUp: PendingSignUp): Promise<void> =>
  signUps.save({ ...signUp, codeTries: signUp.codeTries + 1 });

const complete = async (
  stores: Stores,
  ports: ConfirmSignUpPorts,
  signUp: PendingSignUp,
  device: Device,
): Promise<Result<SignUpConfirmed, ConfirmRefusal>> => {
  const { email, name, language, passwordHash, target } = signUp;
  const userId = ports.newId();
  await stores.signUps.remove(signUp.signUpHash);
  if (!(await stores.credentials.add({ userId, email, name, language, passwordHash })))
    return refuse({ code: 'address-taken' });
  const entered = await enterStructure(stores, ports, target, { userId, email, name });
  const at = ports.now();
  const person = await stores.accounts.findPerson(userId, at);
  if (!person) throw new TypeError('the account just added is not there');
  const session = await openSession(stores, ports, { userId, means: 'password', device, at });
  return accept({ person, language, entered, ...session });
};
