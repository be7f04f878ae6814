import type { Person } from '@parvis/domain/access/actor';
import type { Clock, Sha256 } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import type { LinkedIdentity } from '../openid/openid-store.js';
import type { Session } from '../sessions/session.js';
import type { Passkey } from './factor-store.js';

export interface ViewProtectionPorts {
  readonly work: Work;
  readonly sha256: Sha256;
  readonly now: Clock;
}

/** How an account is protected, for its owner's eyes: no secret, no hash. */
export interface Protection {
  /** When the authenticator app was confirmed. */
  readonly totpSince?: Date;
  readonly passkeys: readonly Omit<Passkey, 'publicKey'>[];
  readonly recoveryCodesLeft: number;
  readonly identities: readonly LinkedIdentity[];
  /** The last seen first. */
  readonly sessions: readonly OwnSession[];
}

export interface OwnSession
  extends Pick<Session, 'sessionId' | 'createdAt' | 'lastSeenAt' | 'expiresAt' | 'means' | 'device'> {
  /** The one that asks. */
  readonly isThisOne: boolean;
}

export type ViewProtection = (token: string | undefined, person: Person) => Promise<Protection>;

export const makeViewProtection =
  ({ work, sha256, now }: ViewProtectionPorts): ViewProtection =>
  (token, { userId }) =>
    work.run(async ({ factors, sessions, openId }) => {
      const totpSince = (await factors.findTotp(userId))?.confirmedAt;
      const own = token === undefined ? undefined : sha256(token);
      const passkeys = await factors.passkeysOf(userId);
      return {
        ...(totpSince ? { totpSince } : {}),
        passkeys: passkeys.map(({ publicKey: _publicKey, ...shown }) => shown),
        recoveryCodesLeft: await factors.countRecoveryCodes(userId),
        identities: await openId.identitiesOf(userId),
        sessions: (await sessions.ofUser(userId, now())).map((session) => toOwn(session, own)),
      };
    });

const toOwn = (session: Session, ownTokenHash: string | undefined): OwnSession => {
  const { tokenHash, sessionId, createdAt, lastSeenAt, expiresAt, means, device } = session;
  const isThisOne = tokenHash === ownTokenHash;
  return { sessionId, createdAt, lastSeenAt, expiresAt, means, device, isThisOne };
};
