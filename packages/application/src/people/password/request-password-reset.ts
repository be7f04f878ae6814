import type { Side } from '@parvis/domain/access/actor';
import { type EmailFault, parseEmail } from '@parvis/domain/access/email-address';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Clock, NewId, NewToken, Sha256 } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { networkOf } from '../throttle.js';
import { type TooManyAskings, throttleAsking } from '../throttle-asking.js';
import { resetMail } from './password-mail.js';

export interface RequestPasswordResetPorts {
  readonly work: Work;
  readonly newId: NewId;
  readonly newToken: NewToken;
  readonly sha256: Sha256;
  readonly now: Clock;
  readonly publicUrl: string;
}

export interface RequestPasswordResetCommand {
  readonly email: string;
  /** The app the person came to. */
  readonly side: Side;
  readonly networkAddress?: string;
}

export type RequestPasswordReset = (
  command: RequestPasswordResetCommand,
) => Promise<Result<{ readonly email: string }, TooManyAskings | { readonly code: EmailFault }>>;

const HOUR = 3_600_000;
const LINK_IN_MS = 30 * 60_000;

/** Sends a link that opens once, if the address has an account. The answer is the same either way. */
export const makeRequestPasswordReset =
  (ports: RequestPasswordResetPorts): RequestPasswordReset =>
  async ({ email: typed, side, networkAddress }) => {
    const read = parseEmail(typed);
    if (!read.ok) return refuse({ code: read.refusal });
    const email = read.value;
    const limits = [
      { subject: `reset ${email}`, maximum: 3, windowInMs: HOUR },
      ...(networkAddress === undefined
        ? []
        : [{ subject: `reset ${networkOf(networkAddress)}`, maximum: 20, windowInMs: HOUR }]),
    ];
    return ports.work.run(async (stores) => {
      const now = ports.now();
      const heard = await throttleAsking(stores.askings, limits, now);
      if (!heard.ok) return heard;
      const account = await stores.accounts.findByEmail(email);
      if (!account) return accept({ email });
      const token = ports.newToken();
      const { userId, language } = account;
      await stores.accountLinks.add({
        linkHash: ports.sha256(token),
        purpose: 'resetPassword',
        userId,
        expiresAt: new Date(now.getTime() + LINK_IN_MS),
      });
      const link = pageAddress(ports.publicUrl, side, 'newPassword', token);
      await postMail(stores, ports.newId, { to: email, ...resetMail({ link }, language) });
      return accept({ email });
    });
  };
