import type { Person, Side } from '@parvis/domain/access/actor';
import { type EmailFault, parseEmail } from '@parvis/domain/access/email-address';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Clock, NewId, NewToken, Sha256 } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import type { Account, PasswordHasher } from '../account-store.js';
import { type ProofRefusal, requireFactorProof } from '../factors/require-proof.js';
import { type CurrentPasswordRefusal, proveCurrentPassword } from '../password/prove-current-password.js';
import { throttleAsking } from '../throttle-asking.js';
import { addressInUseMail, leavingAddressMail, newAddressMail } from './email-mail.js';

export interface RequestEmailChangePorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
  readonly newId: NewId;
  readonly newToken: NewToken;
  readonly sha256: Sha256;
  readonly now: Clock;
  readonly publicUrl: string;
}

export interface RequestEmailChangeCommand {
  readonly email: string;
  readonly current: string;
  readonly side: Side;
  /** Of the session that asks. */
  readonly token: string;
}

export type EmailChangeRefusal =
  | CurrentPasswordRefusal
  | ProofRefusal
  | { readonly code: EmailFault }
  | { readonly code: 'same-address' };

export type RequestEmailChange = (
  command: RequestEmailChangeCommand,
  person: Person,
) => Promise<Result<{ readonly email: string }, EmailChangeRefusal>>;

const DAY = 24 * 3_600_000;

/** The new address proves itself by a link, and the old one is told. Whether the new one is taken only its mailbox learns. */
export const makeRequestEmailChange =
  (ports: RequestEmailChangePorts): RequestEmailChange =>
  async ({ email: typed, current, side, token }, { userId }) => {
    const read = parseEmail(typed);
    if (!read.ok) return refuse({ code: read.refusal });
    const recent = await ports.work.run((stores) => requireFactorProof(stores, ports, { userId, token }));
    if (!recent.ok) return recent;
    const proved = await proveCurrentPassword(ports, userId, current);
    if (!proved.ok) return proved;
    if (proved.value.email === read.value) return refuse({ code: 'same-address' });
    return ports.work.run(async (stores) => {
      const limit = { subject: `change of address ${userId}`, maximum: 5, windowInMs: DAY };
      const heard = await throttleAsking(stores.askings, [limit], ports.now());
      if (!heard.ok) return heard;
      await post(stores, ports, proved.value, read.value, side);
      return accept({ email: read.value });
    });
  };

const post = async (
  stores: Stores,
  { newId, newToken, sha256, now, publicUrl }: RequestEmailChangePorts,
  { userId, email, language }: Account,
  to: string,
  side: Side,
): Promise<void> => {
  const known = await stores.accounts.findByEmail(to);
  if (known) {
    await postMail(stores, newId, { to, ...addressInUseMail(known.language) });
  } else {
    const token = newToken();
    await stores.accountLinks.removeOf(userId, 'changeEmail');
    await stores.accountLinks.add({
      linkHash: sha256(token),
      purpose: 'changeEmail',
      userId,
      email: to,
      expiresAt: new Date(now().getTime() + DAY),
    });
    const link = pageAddress(publicUrl, side, 'newEmail', token);
    await postMail(stores, newId, { to, ...newAddressMail({ link }, language) });
  }
  const leaving = { to, accountPage: pageAddress(publicUrl, side, 'account'), done: false };
  await postMail(stores, newId, { to: email, ...leavingAddressMail(leaving, language) });
};
