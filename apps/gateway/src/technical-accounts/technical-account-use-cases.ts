import type { WhoIsSignedIn } from '@parvis/application/people/who-is-signed-in';
import {
  type CreateTechnicalAccount,
  makeCreateTechnicalAccount,
} from '@parvis/application/technical-accounts/create-technical-account';
import {
  type CloseTechnicalAccount,
  makeCloseTechnicalAccount,
  makeRevokeKey,
  type RevokeKey,
} from '@parvis/application/technical-accounts/end-keys';
import type { KeyPorts } from '@parvis/application/technical-accounts/issue-key';
import {
  type IssueToken,
  makeIssueToken,
  type TokenSigner,
} from '@parvis/application/technical-accounts/issue-token';
import {
  type ListTechnicalAccounts,
  makeListTechnicalAccounts,
} from '@parvis/application/technical-accounts/list-technical-accounts';
import { makeRecogniseKey } from '@parvis/application/technical-accounts/recognise-key';
import { makeRotateKey, type RotateKey } from '@parvis/application/technical-accounts/rotate-key';
import { makeWhoCalls, type WhoCalls } from '@parvis/application/technical-accounts/who-calls';

export interface TechnicalAccountUseCases {
  readonly whoCalls: WhoCalls;
  readonly issueToken: IssueToken;
  readonly listTechnicalAccounts: ListTechnicalAccounts;
  readonly createTechnicalAccount: CreateTechnicalAccount;
  readonly rotateKey: RotateKey;
  readonly revokeKey: RevokeKey;
  readonly closeTechnicalAccount: CloseTechnicalAccount;
}

export interface TechnicalAccountPorts extends KeyPorts {
  readonly whoIsSignedIn: WhoIsSignedIn;
  readonly signer: TokenSigner;
}

/** What the gateway can be asked about programs and their keys. */
export const makeTechnicalAccountUseCases = (ports: TechnicalAccountPorts): TechnicalAccountUseCases => {
  const recogniseKey = makeRecogniseKey(ports);
  return {
    whoCalls: makeWhoCalls({ ...ports, recogniseKey }),
    issueToken: makeIssueToken({ ...ports, recogniseKey }),
    listTechnicalAccounts: makeListTechnicalAccounts(ports),
    createTechnicalAccount: makeCreateTechnicalAccount(ports),
    rotateKey: makeRotateKey(ports),
    revokeKey: makeRevokeKey(ports),
    closeTechnicalAccount: makeCloseTechnicalAccount(ports),
  };
};
