import { type AskPasskeyPorts, makeAskPasskey } from '@parvis/application/people/factors/ask-passkey';
import {
  type ConfirmSecondFactorPorts,
  makeConfirmSecondFactor,
} from '@parvis/application/people/factors/confirm-second-factor';
import {
  type EnrolTotpPorts,
  makeConfirmTotp,
  makeStartTotp,
} from '@parvis/application/people/factors/enrol-totp';
import { makeProveAgain, type ProveAgainPorts } from '@parvis/application/people/factors/prove-again';
import {
  makeAddPasskey,
  makeRenamePasskey,
  makeStartPasskey,
  type RegisterPasskeyPorts,
} from '@parvis/application/people/factors/register-passkey';
import { makeRemovePasskey, makeRemoveTotp } from '@parvis/application/people/factors/remove-factor';
import { makeRenewRecoveryCodes } from '@parvis/application/people/factors/renew-recovery-codes';
import { makeSignInWithPasskey } from '@parvis/application/people/factors/sign-in-with-passkey';
import { makeViewProtection } from '@parvis/application/people/factors/view-protection';
import { type FinishOpenIdPorts, makeFinishOpenId } from '@parvis/application/people/openid/finish-openid';
import { makeLinkOpenId, makeUnlinkOpenId } from '@parvis/application/people/openid/link-openid';
import { makeStartOpenId } from '@parvis/application/people/openid/start-openid';
import { makeEndOtherSessions, makeEndSession } from '@parvis/application/people/sessions/end-sessions';
import { makeSignIn, type SignInPorts } from '@parvis/application/people/sign-in';
import { makeSignOut } from '@parvis/application/people/sign-out';
import type { SignInUseCases } from '../people/sign-in-use-cases.js';

export type SignInUseCasePorts = SignInPorts &
  ConfirmSecondFactorPorts &
  AskPasskeyPorts &
  ProveAgainPorts &
  EnrolTotpPorts &
  RegisterPasskeyPorts &
  FinishOpenIdPorts;

export const makeSignInUseCases = (ports: SignInUseCasePorts): SignInUseCases => ({
  signIn: makeSignIn(ports),
  confirmSecondFactor: makeConfirmSecondFactor(ports),
  askPasskey: makeAskPasskey(ports),
  signInWithPasskey: makeSignInWithPasskey(ports),
  signOut: makeSignOut(ports),
  openIdProviders: ports.openIdExpert.providers,
  startOpenId: makeStartOpenId(ports),
  finishOpenId: makeFinishOpenId(ports),
  linkOpenId: makeLinkOpenId(ports),
  unlinkOpenId: makeUnlinkOpenId(ports),
  proveAgain: makeProveAgain(ports),
  startTotp: makeStartTotp(ports),
  confirmTotp: makeConfirmTotp(ports),
  removeTotp: makeRemoveTotp(ports),
  startPasskey: makeStartPasskey(ports),
  addPasskey: makeAddPasskey(ports),
  renamePasskey: makeRenamePasskey(ports),
  removePasskey: makeRemovePasskey(ports),
  renewRecoveryCodes: makeRenewRecoveryCodes(ports),
  viewProtection: makeViewProtection(ports),
  endSession: makeEndSession(ports),
  endOtherSessions: makeEndOtherSessions(ports),
});
