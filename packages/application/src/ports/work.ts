import type { AccessTrace } from '../access/access-trace.js';
import type { ConnectionNumberStore } from '../accounting/connection-number-store.js';
import type { ConnectionStore, DeliveryLedger } from '../accounting/delivery-ledger.js';
import type { ExchangeStore, InboxStore } from '../accounting/exchange-store.js';
import type { ReconciliationStore } from '../accounting/reconciliation-store.js';
import type { Directory } from '../directory/directory.js';
import type { UploadStore } from '../documents/document-store.js';
import type { EngagementStore } from '../engagements/engagement-store.js';
import type { ServiceBook } from '../imports/service-book.js';
import type { DepositKeyStore, InvoiceNumberRegistry, InvoiceStore } from '../invoice/invoice-store.js';
import type { MailOutbox } from '../mail/mail-outbox.js';
import type { MandateStore } from '../mandates/mandate-store.js';
import type { OrganisationStore } from '../organisation/organisation-store.js';
import type { AccountStore } from '../people/account-store.js';
import type { AskingStore } from '../people/asking-store.js';
import type { ClaimStore } from '../people/claims/claim-store.js';
import type { AccountLinkStore, CredentialStore } from '../people/credential-store.js';
import type { FactorResetStore } from '../people/factor-resets/factor-reset-store.js';
import type { ChallengeStore } from '../people/factors/challenge-store.js';
import type { FactorStore } from '../people/factors/factor-store.js';
import type { InvitationStore } from '../people/invitations/invitation-store.js';
import type { JoinRequestStore } from '../people/join-requests.js';
import type { MembershipStore } from '../people/membership-store.js';
import type { OpenIdStore } from '../people/openid/openid-store.js';
import type { WarningLedger } from '../people/round/warning-ledger.js';
import type { SessionStore } from '../people/sessions/session-store.js';
import type { SignUpStore } from '../people/sign-up/sign-up-store.js';
import type { SettingsFigures, SettingsStore } from '../settings/settings-store.js';
import type { TechnicalAccountStore } from '../technical-accounts/technical-account-store.js';
import type { JobQueue } from './job-queue.js';

/**
 * The unit of work: everything a story does through its stores is committed together or not at all. No network call
 * inside: a slow stranger would hold our transaction open.
 */
export interface Work {
  run<Answer>(story: (stores: Stores) => Promise<Answer>): Promise<Answer>;
}

export interface Stores {
  readonly invoices: InvoiceStore;
  readonly numbers: InvoiceNumberRegistry;
  readonly depositKeys: DepositKeyStore;
  readonly directory: Directory;
  readonly organisations: OrganisationStore;
  readonly settings: SettingsStore;
  readonly settingsFigures: SettingsFigures;
  readonly engagements: EngagementStore;
  readonly serviceBook: ServiceBook;
  readonly uploads: UploadStore;
  readonly connections: ConnectionStore;
  readonly connectionNumbers: ConnectionNumberStore;
  readonly deliveries: DeliveryLedger;
  readonly exchanges: ExchangeStore;
  readonly inbox: InboxStore;
  readonly reconciliations: ReconciliationStore;
  readonly accounts: AccountStore;
  readonly memberships: MembershipStore;
  readonly joinRequests: JoinRequestStore;
  readonly invitations: InvitationStore;
  readonly claims: ClaimStore;
  readonly factorResets: FactorResetStore;
  readonly mandates: MandateStore;
  readonly warnings: WarningLedger;
  readonly accessTrace: AccessTrace;
  readonly sessions: SessionStore;
  readonly factors: FactorStore;
  readonly challenges: ChallengeStore;
  readonly openId: OpenIdStore;
  readonly credentials: CredentialStore;
  readonly accountLinks: AccountLinkStore;
  readonly signUps: SignUpStore;
  readonly askings: AskingStore;
  readonly mail: MailOutbox;
  readonly technicalAccounts: TechnicalAccountStore;
  /**
   * Runs what the platform does of its own accord inside somebody's act, whose sight does not bound it: a supplier who
   * completes an invoice has it delivered into books that the supplier never sees.
   */
  readonly asPlatform: <Answer>(act: () => Promise<Answer>) => Promise<Answer>;
  /** Enqueued in the same transaction: the work exists exactly when the change that causes it does. */
  readonly jobs: JobQueue;
}
