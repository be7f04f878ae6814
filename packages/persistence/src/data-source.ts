import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { AccessTraceEntity } from './entities/access-trace.entity.js';
import { AccountLinkEntity } from './entities/account-link.entity.js';
import { AccountingConnectionEntity } from './entities/accounting-connection.entity.js';
import { BankAccountEntity } from './entities/bank-account.entity.js';
import { DeliveryEntity } from './entities/delivery.entity.js';
import { DepositKeyEntity } from './entities/deposit-key.entity.js';
import { FactorResetEntity } from './entities/factor-reset.entity.js';
import { FactorResetApprovalEntity } from './entities/factor-reset-approval.entity.js';
import { InvitationEntity } from './entities/invitation.entity.js';
import { InvoiceEntity } from './entities/invoice.entity.js';
import { InvoiceDocumentEntity } from './entities/invoice-document.entity.js';
import { IssuedInvoiceEntity, ReceivedInvoiceEntity } from './entities/invoice-in-sight.entities.js';
import { InvoiceNumberEntity } from './entities/invoice-number.entity.js';
import { JoinRequestEntity } from './entities/join-request.entity.js';
import { LifeCycleEventEntity } from './entities/life-cycle-event.entity.js';
import { MandateEntity } from './entities/mandate.entity.js';
import { MembershipEntity } from './entities/membership.entity.js';
import { MembershipGrantEntity } from './entities/membership-grant.entity.js';
import { OpenIdIdentityEntity } from './entities/openid-identity.entity.js';
import { OpenIdLinkEntity } from './entities/openid-link.entity.js';
import { OpenIdRequestEntity } from './entities/openid-request.entity.js';
import { OutgoingMailEntity } from './entities/outgoing-mail.entity.js';
import { OwnershipClaimEntity } from './entities/ownership-claim.entity.js';
import { OwnershipClaimVoteEntity } from './entities/ownership-claim-vote.entity.js';
import { PasskeyEntity } from './entities/passkey.entity.js';
import { PendingSignUpEntity } from './entities/pending-sign-up.entity.js';
import { PersonEntity } from './entities/person.entity.js';
import { ServiceEntity } from './entities/service.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { SignInChallengeEntity } from './entities/sign-in-challenge.entity.js';
import { StructureEntity } from './entities/structure.entity.js';
import { StructureIdentifierHistoryEntity } from './entities/structure-identifier-history.entity.js';
import { TechnicalAccountEntity } from './entities/technical-account.entity.js';
import { TechnicalKeyEntity } from './entities/technical-key.entity.js';
import { TotpEntity } from './entities/totp.entity.js';
import { UploadEntity } from './entities/upload.entity.js';
import { exactTypes } from './exact-types.js';
import { SnakeCaseNames } from './snake-case-names.js';

export interface DataSourceOptions {
  readonly url: string;
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  /** As the database's operators see us. */
  readonly applicationName?: string;
  /** What a statement may take before the database breaks it off; without limit when absent. */
  readonly statementTimeoutMs?: number;
  /** Told of connections that broke while nobody used them; the pool replaces them. */
  readonly onProblem?: (problem: unknown) => void;
}

/** Not yet connected: call `initialize`. The schema is the migrations' alone. */
export const makeDataSource = ({
  url,
  poolSize = 10,
  applicationName = 'parvis',
  statementTimeoutMs,
  onProblem = () => undefined,
}: DataSourceOptions): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize,
    applicationName,
    synchronize: false,
    installExtensions: false,
    namingStrategy: new SnakeCaseNames(),
    connectTimeoutMS: 10_000,
    poolErrorHandler: onProblem,
    extra: { types: exactTypes, ...(statementTimeoutMs ? { statement_timeout: statementTimeoutMs } : {}) },
    entities: [
      AccessTraceEntity,
      AccountLinkEntity,
      AccountingConnectionEntity,
      BankAccountEntity,
      DeliveryEntity,
      DepositKeyEntity,
      InvoiceDocumentEntity,
      InvitationEntity,
      InvoiceEntity,
      InvoiceNumberEntity,
      IssuedInvoiceEntity,
      LifeCycleEventEntity,
      JoinRequestEntity,
      MandateEntity,
      MembershipEntity,
      MembershipGrantEntity,
      OutgoingMailEntity,
      ReceivedInvoiceEntity,
      PendingSignUpEntity,
      FactorResetEntity,
      FactorResetApprovalEntity,
      OwnershipClaimEntity,
      OwnershipClaimVoteEntity,
      PersonEntity,
      ServiceEntity,
      SessionEntity,
      StructureEntity,
      StructureIdentifierHistoryEntity,
      TechnicalAccountEntity,
      TechnicalKeyEntity,
      UploadEntity,
      OpenIdIdentityEntity,
      OpenIdLinkEntity,
      OpenIdRequestEntity,
      PasskeyEntity,
      SignInChallengeEntity,
      TotpEntity,
    ],
  });
