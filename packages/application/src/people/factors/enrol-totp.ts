import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { HmacSha1, NewId, RandomBytes } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { secondFactorLimit, startTry } from '../throttle.js';
import { postFactorChange } from './factor-mail.js';
import type { FactorRefusal } from './factor-refusal.js';
import { giveFirstRecoveryCodes, type RecoveryCodePorts } from './give-recovery-codes.js';
import { requireProof, type SessionPorts } from './require-proof.js';
import { stepOfCode, toBase32, totpUri } from './totp.js';

export interface EnrolTotpPorts extends SessionPorts, RecoveryCodePorts {
  readonly work: Work;
  readonly hmacSha1: HmacSha1;
  readonly randomBytes: RandomBytes;
  readonly newId: NewId;
}

/** To be taken into the app; shown until a code confirms it. */
export interface TotpStarted {
  /** Base32. */
  readonly secret: string;
  /** For the QR code. */
  readonly uri: string;
}

export type StartTotp = (token: string, person: Person) => Promise<Result<TotpStarted, FactorRefusal>>;

/** RFC 4226, 4: 160 bits are recommended. */
const SECRET_BYTES = 20;

/** Makes a secret that counts for nothing until a code has confirmed it. */
export const makeStartTotp =
  (ports: EnrolTotpPorts): StartTotp =>
  (token, { userId, email }) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      if ((await stores.factors.findTotp(userId))?.confirmedAt) return refuse({ code: 'totp-there-already' });
      const secret = toBase32(ports.randomBytes(SECRET_BYTES));
      await stores.factors.saveTotp({ userId, secret, startedAt: ports.now() });
      return accept({ secret, uri: totpUri(secret, email) });
    });

/** Answers the recovery codes of whoever had none; they are never shown again. */
export type ConfirmTotp = (
  command: { readonly token: string; readonly code: string },
  person: Person,
) => Promise<Result<readonly string[], FactorRefusal>>;

export const makeConfirmTotp =
  (ports: EnrolTotpPorts): ConfirmTotp =>
  ({ token, code }, person) =>
    ports.work.run(async (stores) => {
      const proved = await requireProof(stores, ports, token);
      if (!proved.ok) return proved;
      const { accounts, factors } = stores;
      const { userId } = person;
      const totp = await factors.findTotp(userId);
      if (!totp) return refuse({ code: 'totp-not-started' });
      if (totp.confirmedAt) return refuse({ code: 'totp-there-already' });
      const at = ports.now();
      const limit = secondFactorLimit(userId);
      const retryAt = await startTry(accounts, [limit], at);
      if (retryAt) return refuse({ code: 'too-many-tries', retryAt });
      const step = stepOfCode(ports.hmacSha1, totp.secret, code, at);
      if (step === undefined || !(await factors.takeStep(userId, step)))
        return refuse({ code: 'code-refused', method: 'totp' });
      await accounts.clearFailedSignIns(limit.subject);
      await factors.confirmTotp(userId, at);
      await postFactorChange(stores, ports, person, 'totpAdded');
      return accept(await giveFirstRecoveryCodes(stores, ports, userId));
    });
