import { inPlatformsName } from '@parvis/application/access/sight';
import { type ListWaitingMail, makeListWaitingMail } from '@parvis/application/mail/list-waiting-mail';
import type { PasswordHasher } from '@parvis/application/people/account-store';
import {
  type ConfirmEmailChange,
  makeConfirmEmailChange,
} from '@parvis/application/people/email/confirm-email-change';
import {
  makeRequestEmailChange,
  type RequestEmailChange,
} from '@parvis/application/people/email/request-email-change';
import {
  makeSignUpInvited,
  type SignUpInvited,
} from '@parvis/application/people/invitations/sign-up-invited';
import { type ChangePassword, makeChangePassword } from '@parvis/application/people/password/change-password';
import {
  makeRequestPasswordReset,
  type RequestPasswordReset,
} from '@parvis/application/people/password/request-password-reset';
import { makeResetPassword, type ResetPassword } from '@parvis/application/people/password/reset-password';
import { type ConfirmSignUp, makeConfirmSignUp } from '@parvis/application/people/sign-up/confirm-sign-up';
import type { ConfirmationPorts } from '@parvis/application/people/sign-up/post-confirmation';
import {
  makeResendConfirmation,
  type ResendConfirmation,
} from '@parvis/application/people/sign-up/resend-confirmation';
import { makeSignUp, type SignUp } from '@parvis/application/people/sign-up/sign-up';
import {
  makeStructureForSignUp,
  type StructureForSignUp,
} from '@parvis/application/people/sign-up/structure-for-sign-up';
import type { Work } from '@parvis/application/ports/work';

export interface AccountUseCases {
  readonly structureForSignUp: StructureForSignUp;
  readonly signUp: SignUp;
  readonly confirmSignUp: ConfirmSignUp;
  readonly signUpInvited: SignUpInvited;
  readonly resendConfirmation: ResendConfirmation;
  readonly requestPasswordReset: RequestPasswordReset;
  readonly resetPassword: ResetPassword;
  readonly changePassword: ChangePassword;
  readonly requestEmailChange: RequestEmailChange;
  readonly confirmEmailChange: ConfirmEmailChange;
  readonly listWaitingMail: ListWaitingMail;
  /** Where a demonstration shows its messages; undefined elsewhere. */
  readonly demonstrationMailbox: string | undefined;
}

export interface AccountPorts extends ConfirmationPorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly demonstrationMailbox: string | undefined;
}

/**
 * What the gateway can be asked about accounts. Strangers ask most of it: what they may see and change is what each story
 * does and no more, so that all of it is done in the platform's name.
 */
export const makeAccountUseCases = (ports: AccountPorts): AccountUseCases => ({
  structureForSignUp: inPlatformsName(makeStructureForSignUp(ports)),
  signUp: inPlatformsName(makeSignUp(ports)),
  confirmSignUp: inPlatformsName(makeConfirmSignUp(ports)),
  signUpInvited: inPlatformsName(makeSignUpInvited(ports)),
  resendConfirmation: inPlatformsName(makeResendConfirmation(ports)),
  requestPasswordReset: inPlatformsName(makeRequestPasswordReset(ports)),
  resetPassword: inPlatformsName(makeResetPassword(ports)),
  changePassword: inPlatformsName(makeChangePassword(ports)),
  requestEmailChange: inPlatformsName(makeRequestEmailChange(ports)),
  confirmEmailChange: inPlatformsName(makeConfirmEmailChange(ports)),
  listWaitingMail: inPlatformsName(makeListWaitingMail(ports)),
  demonstrationMailbox: ports.demonstrationMailbox,
});
