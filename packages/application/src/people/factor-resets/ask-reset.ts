import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, Sha256 } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import { methodsOf } from '../factors/factor-methods.js';
import type { Device } from '../sessions/session.js';
import { throttleAsking } from '../throttle-asking.js';
import { type FactorReset, type FactorResetShown, isOpen } from './factor-reset-store.js';
import { circleOf } from './reset-deciders.js';
import { type ResetRefusal, reasonFault } from './reset-refusal.js';
import { type TellPorts, tellReset, traceReset } from './tell-reset.js';

export interface AskResetPorts extends TellPorts {
  readonly work: Work;
  readonly sha256: Sha256;
  readonly now: Clock;
}

export interface AskFactorResetCommand {
  /** What the first step answered: the password was right. */
  readonly challenge: string;
  readonly reason: string;
  readonly device?: Device;
}

/** What whoever knows the password may see of it: nobody's name. */
export interface ResetStatus extends Pick<FactorReset, 'state' | 'askedAt' | 'effectiveAt'> {
  readonly approvals: number;
}

export type AskFactorReset = (command: AskFactorResetCommand) => Promise<Result<ResetStatus, ResetRefusal>>;

/** Each asking is a mail to every manager. */
const ASKINGS = { maximum: 3, windowInMs: 24 * 3_600_000 };

/**
 * Between the two steps of signing in: the person has lost every second factor and asks that they be removed. The
 * challenge stays good: a factor found meanwhile still opens the account.
 */
export const makeAskFactorReset =
  (ports: AskResetPorts): AskFactorReset =>
  ({ challenge, reason: typed, device = {} }) =>
    ports.work.run(async (stores) => {
      const at = ports.now();
      const found = await personBehind(stores, ports, challenge, at);
      if (!found.ok) return found;
      const person = found.value;
      const reason = typed.trim();
      const fault = reasonFault(reason);
      if (fault) return refuse(fault);
      const latest = await stores.factorResets.latestOf(person.userId);
      if (latest && isOpen(latest)) return refuse({ code: 'reset-open' });
      const limit = { subject: `factor reset of ${person.userId}`, ...ASKINGS };
      const heard = await throttleAsking(stores.askings, [limit], at);
      if (!heard.ok) return heard;
      const { userId, name, email } = person;
      const reset: FactorReset = { id: ports.newId(), userId, state: 'waiting', reason, askedAt: at, device };
      // Somebody else may have asked since a moment ago.
      if (!(await stores.factorResets.add(reset))) return refuse({ code: 'reset-open' });
      const shown = { ...reset, name, email, approvals: [] };
      const circle = await circleOf(stores, userId, at);
      await traceReset(stores, circle, { reset: shown, act: 'asked', by: person, at, reason });
      await tellReset(stores, ports, circle, shown, 'asked');
      return accept(statusOf(shown));
    });

export type ViewFactorReset = (challenge: string) => Promise<ResetStatus | undefined>;

/** How a reset stands, for whoever has given the password; undefined when none is open. */
export const makeViewFactorReset =
  (ports: Pick<AskResetPorts, 'work' | 'sha256' | 'now'>): ViewFactorReset =>
  (challenge) =>
    ports.work.run(async (stores) => {
      const found = await personBehind(stores, ports, challenge, ports.now());
      const latest = found.ok && (await stores.factorResets.latestOf(found.value.userId));
      return latest && isOpen(latest) ? statusOf(latest) : undefined;
    });

const statusOf = ({ state, askedAt, effectiveAt, approvals }: FactorResetShown): ResetStatus => ({
  state,
  askedAt,
  ...(effectiveAt ? { effectiveAt } : {}),
  approvals: approvals.length,
});

const personBehind = async (
  { challenges, accounts, factors }: Stores,
  { sha256 }: Pick<AskResetPorts, 'sha256'>,
  challenge: string,
  at: Date,
): Promise<Result<Person, ResetRefusal>> => {
  const found = await challenges.find(sha256(challenge));
  if (found?.purpose !== 'secondFactor' || found.userId === undefined || found.expiresAt <= at)
    return refuse({ code: 'challenge-over' });
  if (found.means !== 'password') return refuse({ code: 'password-first' });
  const person = await accounts.findPerson(found.userId, at);
  // Whoever has none any more only needs to sign in again.
  const methods = await methodsOf(factors, found.userId);
  return person && methods.length > 0 ? accept(person) : refuse({ code: 'challenge-over' });
};
