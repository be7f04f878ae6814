import type { Side } from '@parvis/domain/access/actor';
import { pageAddress } from '../../mail/page-addresses.js';
import { postMail } from '../../mail/post-mail.js';
import type { Clock, NewId, NewToken, RandomBytes, Sha256 } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import { confirmationMail } from './sign-up-mail.js';
import type { PendingSignUp } from './sign-up-store.js';

export interface ConfirmationPorts {
  readonly newId: NewId;
  readonly newToken: NewToken;
  readonly randomBytes: RandomBytes;
  readonly sha256: Sha256;
  readonly now: Clock;
  /** Of the installation, for the addresses of pages in mails. */
  readonly publicUrl: string;
}

const CODE_IN_MS = 15 * 60_000;

/** What the mail says, and what of it is stored. */
export interface Confirmation {
  readonly secrets: { readonly code: string; readonly link: string };
  readonly stored: Pick<PendingSignUp, 'codeHash' | 'codeExpiresAt' | 'linkHash' | 'lastSentAt'>;
}

/** A code of six digits for the page that asked, and a link for all others. */
export const newConfirmation = (
  { newToken, randomBytes, sha256, now }: ConfirmationPorts,
  signUpId: string,
): Confirmation => {
  const code = sixDigits(randomBytes(6));
  const link = newToken();
  const lastSentAt = now();
  return {
    secrets: { code, link },
    stored: {
      codeHash: hashOfCode(sha256, signUpId, code),
      codeExpiresAt: new Date(lastSentAt.getTime() + CODE_IN_MS),
      linkHash: sha256(link),
      lastSentAt,
    },
  };
};

/** With the browser's secret: a copy of the table is no help in guessing a million codes. */
export const hashOfCode = (sha256: Sha256, signUpId: string, code: string): string =>
  sha256(`${signUpId} ${code.replaceAll(/\D/g, '')}`);

/** Of 48 bits: that some codes are likelier by one in 280 million helps nobody. */
const sixDigits = (bytes: Uint8Array): string => {
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 1_000_000).padStart(6, '0');
};

interface ToConfirm {
  readonly signUp: PendingSignUp;
  readonly side: Side;
  readonly structureName: string;
  readonly secrets: Confirmation['secrets'];
}

export const postConfirmation = (
  stores: Stores,
  { newId, publicUrl }: ConfirmationPorts,
  { signUp, side, structureName, secrets }: ToConfirm,
): Promise<void> => {
  const { email, name, language } = signUp;
  const link = pageAddress(publicUrl, side, 'confirmSignUp', secrets.link);
  const text = confirmationMail({ name, structureName, code: secrets.code, link }, language);
  return postMail(stores, newId, { to: email, ...text });
};
