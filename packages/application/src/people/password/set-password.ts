import type { Side } from '@parvis/domain/access/actor';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { NewId } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import type { Account } from '../account-store.js';
import { addressLimit } from '../throttle.js';
import { passwordChangedMail } from './password-mail.js';

export interface SetPasswordPorts {
  readonly newId: NewId;
  readonly publicUrl: string;
}

export interface NewPassword {
  readonly account: Account;
  readonly passwordHash: string;
  readonly side: Side;
  /** The session that goes on; all others end. */
  readonly keptTokenHash?: string;
}

/** A new password ends all other sessions and all other links, and its owner is told. */
export const setPassword = async (
  stores: Stores,
  { newId, publicUrl }: SetPasswordPorts,
  { account, passwordHash, side, keptTokenHash }: NewPassword,
): Promise<void> => {
  const { userId, email, language } = account;
  await stores.credentials.setPassword(userId, passwordHash);
  await stores.sessions.removeAll(userId, keptTokenHash);
  await stores.accountLinks.removeOf(userId, 'resetPassword');
  await stores.accounts.clearFailedSignIns(addressLimit(email).subject);
  const forgottenPage = pageAddress(publicUrl, side, 'forgottenPassword');
  await postMail(stores, newId, { to: email, ...passwordChangedMail({ forgottenPage }, language) });
};
