import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, Sha256 } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import type { Session } from '../sessions/session.js';
import { methodsOf } from './factor-methods.js';
import type { FactorRefusal } from './factor-refusal.js';

/** What changes how an account is protected is not done from a screen left open. */
const PROOF_HOLDS_MS = 10 * 60_000;

/** What a session that is too old, or none, is told. */
export type ProofRefusal = Extract<FactorRefusal, { readonly code: 'signed-out' | 'proof-needed' }>;

export interface SessionPorts {
  readonly sha256: Sha256;
  readonly now: Clock;
}

export const findSession = async (
  { sessions }: Pick<Stores, 'sessions'>,
  { sha256, now }: SessionPorts,
  token: string,
): Promise<Result<Session, { readonly code: 'signed-out' }>> => {
  const session = await sessions.find(sha256(token));
  return session && session.expiresAt > now() ? accept(session) : refuse({ code: 'signed-out' });
};

/** The session behind the token, when its person proved who they are within ten minutes. */
export const requireProof = async (
  stores: Pick<Stores, 'sessions' | 'factors'>,
  ports: SessionPorts,
  token: string,
): Promise<Result<Session, ProofRefusal>> => {
  const found = await findSession(stores, ports, token);
  if (!found.ok) return found;
  const age = ports.now().getTime() - found.value.provedAt.getTime();
  if (age <= PROOF_HOLDS_MS) return found;
  return refuse({ code: 'proof-needed', methods: await methodsOf(stores.factors, found.value.userId) });
};

/**
 * Beside the current password, of whoever has a second factor: it must not be that a password alone changes what the second
 * factor protects. Whoever has none gives their password anyway.
 */
export const requireFactorProof = async (
  stores: Pick<Stores, 'sessions' | 'factors'>,
  ports: SessionPorts,
  { userId, token }: { readonly userId: string; readonly token: string },
): Promise<Result<undefined, ProofRefusal>> => {
  if ((await methodsOf(stores.factors, userId)).length === 0) return accept(undefined);
  const proved = await requireProof(stores, ports, token);
  return proved.ok ? accept(undefined) : proved;
};
