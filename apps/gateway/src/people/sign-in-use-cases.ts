import type { AskPasskey } from '@parvis/application/people/factors/ask-passkey';
import type { ConfirmSecondFactor } from '@parvis/application/people/factors/confirm-second-factor';
import type { ConfirmTotp, StartTotp } from '@parvis/application/people/factors/enrol-totp';
import type { ProveAgain } from '@parvis/application/people/factors/prove-again';
import type {
  AddPasskey,
  RenamePasskey,
  StartPasskey,
} from '@parvis/application/people/factors/register-passkey';
import type { RemovePasskey, RemoveTotp } from '@parvis/application/people/factors/remove-factor';
import type { RenewRecoveryCodes } from '@parvis/application/people/factors/renew-recovery-codes';
import type { SignInWithPasskey } from '@parvis/application/people/factors/sign-in-with-passkey';
import type { ViewProtection } from '@parvis/application/people/factors/view-protection';
import type { FinishOpenId } from '@parvis/application/people/openid/finish-openid';
import type { LinkOpenId, UnlinkOpenId } from '@parvis/application/people/openid/link-openid';
import type { OpenIdProvider } from '@parvis/application/people/openid/openid-expert';
import type { StartOpenId } from '@parvis/application/people/openid/start-openid';
import type { EndOtherSessions, EndSession } from '@parvis/application/people/sessions/end-sessions';
import type { SignIn } from '@parvis/application/people/sign-in';
import type { SignOut } from '@parvis/application/people/sign-out';

/** How people come in, and what guards their account. */
export interface SignInUseCases {
  readonly signIn: SignIn;
  readonly confirmSecondFactor: ConfirmSecondFactor;
  readonly askPasskey: AskPasskey;
  readonly signInWithPasskey: SignInWithPasskey;
  readonly signOut: SignOut;
  readonly openIdProviders: readonly OpenIdProvider[];
  readonly startOpenId: StartOpenId;
  readonly finishOpenId: FinishOpenId;
  readonly linkOpenId: LinkOpenId;
  readonly unlinkOpenId: UnlinkOpenId;
  readonly proveAgain: ProveAgain;
  readonly startTotp: StartTotp;
  readonly confirmTotp: ConfirmTotp;
  readonly removeTotp: RemoveTotp;
  readonly startPasskey: StartPasskey;
  readonly addPasskey: AddPasskey;
  readonly renamePasskey: RenamePasskey;
  readonly removePasskey: RemovePasskey;
  readonly renewRecoveryCodes: RenewRecoveryCodes;
  readonly viewProtection: ViewProtection;
  readonly endSession: EndSession;
  readonly endOtherSessions: EndOtherSessions;
}
