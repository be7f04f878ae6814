import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { NewId } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import type { PasskeyAsked } from './ask-passkey.js';
import { postFactorChange } from './factor-mail.js';
import type { FactorRefusal } from './factor-refusal.js';
import { giveFirstRecoveryCodes, type RecoveryCodePorts } from './give-recovery-codes.js';
import { type ChallengePorts, openChallenge } from './open-challenge.js';
import type { PasskeyExpert } from './passkey-expert.js';
import { requireProof, type SessionPorts } from './require-proof.js';
import { takeChallenge } from './take-challenge.js';

export interface RegisterPasskeyPorts extends SessionPorts, ChallengePorts, RecoveryCodePorts {
  readonly work: Work;
  readonly passkeys: PasskeyExpert;
  readonly newId: NewId;
}

export const PASSKEY_NAME_LENGTH = 60;

export type StartPasskey = (token: string, person: Person) => Promise<Result<PasskeyAsked, FactorRefusal>>;

export const makeStartPasskey =
  (ports: RegisterPasskeyPorts): StartPasskey =>
  (token, person) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      const { userId } = person;
      const question = await ports.passkeys.askToRegister(person, await stores.factors.passkeysOf(userId));
      const { challenge } = await openChallenge(stores, ports, {
        purpose: 'passkeyRegistration',
        userId,
        webauthnChallenge: question.challenge,
        at: ports.now(),
      });
      return accept({ challenge, options: question.options });
    });

export interface AddPasskeyCommand {
  readonly token: string;
  readonly challenge: string;
  /** JSON text of the browser's answer. */
  readonly answer: string;
  /** « iPhone de Claire ». */
  readonly name: string;
}

/** Answers the recovery codes of whoever had none; they are never shown again. */
export type AddPasskey = (
  command: AddPasskeyCommand,
  person: Person,
) => Promise<Result<readonly string[], FactorRefusal>>;

export const makeAddPasskey =
  (ports: RegisterPasskeyPorts): AddPasskey =>
  ({ token, challenge: challengeToken, answer, name: typed }, person) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      const name = fitName(typed);
      if (name === undefined) return refuse({ code: 'name-unfit', maximum: PASSKEY_NAME_LENGTH });
      const challenge = await takeChallenge(stores, ports, challengeToken, 'passkeyRegistration');
      if (challenge?.userId !== person.userId) return refuse({ code: 'challenge-over' });
      const passkey = await ports.passkeys.readRegistration(answer, challenge.webauthnChallenge ?? '');
      if (!passkey) return refuse({ code: 'passkey-refused' });
      const { userId } = person;
      if (!(await stores.factors.addPasskey({ ...passkey, userId, name, createdAt: ports.now() })))
        return refuse({ code: 'passkey-known-already' });
      await postFactorChange(stores, ports, person, 'passkeyAdded');
      return accept(await giveFirstRecoveryCodes(stores, ports, userId));
    });

export type RenamePasskey = (
  command: { readonly credentialId: string; readonly name: string },
  person: Person,
) => Promise<Result<undefined, FactorRefusal>>;

/** A name protects nothing: no proof is asked. */
export const makeRenamePasskey =
  ({ work }: Pick<RegisterPasskeyPorts, 'work'>): RenamePasskey =>
  ({ credentialId, name: typed }, { userId }) =>
    work.run(async ({ factors }) => {
      const name = fitName(typed);
      if (name === undefined) return refuse({ code: 'name-unfit', maximum: PASSKEY_NAME_LENGTH });
      const renamed = await factors.renamePasskey(userId, credentialId, name);
      return renamed ? accept(undefined) : refuse({ code: 'factor-not-found' });
    });

const fitName = (typed: string): string | undefined => {
  const name = typed.trim();
  return name.length > 0 && name.length <= PASSKEY_NAME_LENGTH ? name : undefined;
};
