import type { NewId, NewToken, Sha256 } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import type { Device, Session, SignInMeans } from './session.js';

export interface OpenSessionPorts {
  readonly newToken: NewToken;
  readonly newId: NewId;
  readonly sha256: Sha256;
}

export interface NewSession {
  readonly userId: string;
  readonly means: SignInMeans;
  readonly device: Device;
  readonly openId?: Session['openId'] | undefined;
  readonly at: Date;
}

export interface OpenedSession {
  /** Shown to the person's browser or program only; stored hashed. */
  readonly token: string;
  readonly expiresAt: Date;
}

const SESSION_IN_MS = 12 * 3_600_000;
const USER_AGENT_LENGTH = 300;

/** A session of 12 hours, whatever happens in them. Its token is always new: none is known before signing in. */
export const openSession = async (
  { sessions }: Pick<Stores, 'sessions'>,
  { newToken, newId, sha256 }: OpenSessionPorts,
  { userId, means, device, openId, at }: NewSession,
): Promise<OpenedSession> => {
  const token = newToken();
  const expiresAt = new Date(at.getTime() + SESSION_IN_MS);
  const { networkAddress, userAgent } = device;
  await sessions.add({
    tokenHash: sha256(token),
    sessionId: newId(),
    userId,
    createdAt: at,
    expiresAt,
    lastSeenAt: at,
    provedAt: at,
    means,
    device: {
      ...(networkAddress ? { networkAddress } : {}),
      ...(userAgent ? { userAgent: userAgent.slice(0, USER_AGENT_LENGTH) } : {}),
    },
    ...(openId ? { openId } : {}),
  });
  return { token, expiresAt };
};
