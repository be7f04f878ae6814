import type { Side } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Clock, NewId, Sha256 } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { leavingAddressMail } from './email-mail.js';

export interface ConfirmEmailChangePorts {
  readonly work: Work;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly now: Clock;
  readonly publicUrl: string;
}

export interface ConfirmEmailChangeCommand {
  /** The secret of the mailed link. */
  readonly link: string;
  readonly side: Side;
}

export type ConfirmEmailChangeRefusal =
  /** Used, over, or never sent. */
  | { readonly code: 'link-not-found' }
  /** Since the link was sent, the address got an account. */
  | { readonly code: 'address-taken' };

export type ConfirmEmailChange = (
  command: ConfirmEmailChangeCommand,
) => Promise<Result<{ readonly email: string }, ConfirmEmailChangeRefusal>>;

/** Whoever opens the link has the mailbox: nobody needs to be signed in. Sessions go on. */
export const makeConfirmEmailChange =
  ({ work, newId, sha256, now, publicUrl }: ConfirmEmailChangePorts): ConfirmEmailChange =>
  ({ link, side }) =>
    work.run(async (stores) => {
      const taken = await stores.accountLinks.take('changeEmail', sha256(link));
      const account = taken && (await stores.credentials.find(taken.userId));
      const to = taken?.email;
      if (!account || to === undefined || taken.expiresAt <= now()) return refuse({ code: 'link-not-found' });
      if (!(await stores.credentials.setEmail(account.userId, to))) return refuse({ code: 'address-taken' });
      // A link for a new password that was sent to the old mailbox opens nothing any more.
      await stores.accountLinks.removeOf(account.userId);
      const leaving = { to, accountPage: pageAddress(publicUrl, side, 'account'), done: true };
      await postMail(stores, newId, { to: account.email, ...leavingAddressMail(leaving, account.language) });
      return accept({ email: to });
    });
