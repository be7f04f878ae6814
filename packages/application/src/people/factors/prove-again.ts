import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { NewToken } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import type { PasswordHasher } from '../account-store.js';
import type { OpenedSession } from '../sessions/open-session.js';
import type { Session } from '../sessions/session.js';
import { secondFactorLimit, startTry } from '../throttle.js';
import { checkFactor, type FactorAnswer, type FactorCheckPorts } from './check-factor.js';
import { methodsOf } from './factor-methods.js';
import type { FactorRefusal } from './factor-refusal.js';
import { findSession } from './require-proof.js';
import { takeChallenge } from './take-challenge.js';

export interface ProveAgainPorts extends FactorCheckPorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
  readonly newToken: NewToken;
}

export interface ProveAgainCommand {
  /** Of the session. */
  readonly token: string;
  readonly proof: { readonly method: 'password'; readonly password: string } | FactorAnswer;
  /** Of the passkey's question. */
  readonly challenge?: string;
}

/** The session goes on under a new token: one overheard before is worth nothing after. */
export type ProveAgain = (
  command: ProveAgainCommand,
  person: Person,
) => Promise<Result<OpenedSession, FactorRefusal>>;

/** A password proves nothing more for whoever has a second factor. */
export const makeProveAgain =
  (ports: ProveAgainPorts): ProveAgain =>
  async (command, person) => {
    const { proof } = command;
    if (proof.method === 'password') return provePassword(ports, command.token, proof.password, person);
    return ports.work.run(async (stores) => {
      const found = await findSession(stores, ports, command.token);
      if (!found.ok) return found;
      const challenge =
        proof.method === 'passkey'
          ? await takeChallenge(stores, ports, command.challenge ?? '', 'proof')
          : {};
      if (!challenge) return refuse({ code: 'challenge-over' });
      const checked = await checkFactor(stores, ports, person.userId, proof, challenge);
      return checked.ok ? rotate(stores, ports, found.value) : checked;
    });
  };

const provePassword = async (
  ports: ProveAgainPorts,
  token: string,
  password: string,
  { userId, email }: Person,
): Promise<Result<OpenedSession, FactorRefusal>> => {
  const limit = secondFactorLimit(userId);
  const started = await ports.work.run(async (stores): Promise<Result<string, FactorRefusal>> => {
    const methods = await methodsOf(stores.factors, userId);
    if (methods.length > 0) return refuse({ code: 'proof-needed', methods });
    const retryAt = await startTry(stores.accounts, [limit], ports.now());
    if (retryAt) return refuse({ code: 'too-many-tries', retryAt });
    const account = await stores.accounts.findByEmail(email);
    return account ? accept(account.passwordHash) : refuse({ code: 'signed-out' });
  });
  if (!started.ok) return started;
  if (!(await ports.hasher.verify(started.value, password))) return refuse({ code: 'password-refused' });
  return ports.work.run(async (stores) => {
    await stores.accounts.clearFailedSignIns(limit.subject);
    const found = await findSession(stores, ports, token);
    return found.ok ? rotate(stores, ports, found.value) : found;
  });
};

const rotate = async (
  { sessions }: Stores,
  { newToken, sha256, now }: ProveAgainPorts,
  { tokenHash, expiresAt }: Session,
): Promise<Result<OpenedSession, FactorRefusal>> => {
  const token = newToken();
  const rotated = await sessions.rotate(tokenHash, { tokenHash: sha256(token), provedAt: now() });
  return rotated ? accept({ token, expiresAt }) : refuse({ code: 'signed-out' });
};
