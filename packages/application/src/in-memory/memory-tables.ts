import type { Person } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { Engagement, EngagementSettings } from '@parvis/domain/directory/engagement';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import type { RecordedTrace } from '../access/access-trace.js';
import type { GivenNumber } from '../accounting/connection-number-store.js';
import type { AccountingConnection, AppliedStatus, Delivery } from '../accounting/delivery-ledger.js';
import type { InboxMessage, KeptExchange } from '../accounting/exchange-store.js';
import type { Discrepancy, Reconciliation } from '../accounting/reconciliation-store.js';
import type { SupplierStructure } from '../directory/directory.js';
import type { InvoiceDocument, Upload } from '../documents/document-store.js';
import type { DepositKeyUse, StoredInvoice } from '../invoice/invoice-store.js';
import type { WaitingMail } from '../mail/mail-outbox.js';
import type { Mandate } from '../mandates/mandate-store.js';
import type { BankAccount, FormerIdentifier } from '../organisation/organisation.js';
import type { Account } from '../people/account-store.js';
import type { ClaimVote, OwnershipClaim } from '../people/claims/claim-store.js';
import type { AccountLink } from '../people/credential-store.js';
import type { FactorReset, ResetApproval } from '../people/factor-resets/factor-reset-store.js';
import type { SignInChallenge } from '../people/factors/challenge-store.js';
import type { Passkey, Totp } from '../people/factors/factor-store.js';
import type { Invitation } from '../people/invitations/invitation-store.js';
import type { JoinRequest } from '../people/join-requests.js';
import type { LinkedIdentity, OpenIdLink, OpenIdRequest } from '../people/openid/openid-store.js';
import type { Session } from '../people/sessions/session.js';
import type { PendingSignUp } from '../people/sign-up/sign-up-store.js';
import type { Job } from '../ports/job-queue.js';
import type { StoredTechnicalAccount, TechnicalKey } from '../technical-accounts/technical-account-store.js';

export interface AddedJob {
  readonly job: Job;
  readonly startAfterSeconds: number;
}

/** Everything the in-memory adapters hold, as maps of values that never change: copying the maps is a snapshot. */
export class MemoryTables {
  readonly invoices = new Map<string, StoredInvoice>();
  readonly events = new Map<string, readonly LifeCycleEvent[]>();
  readonly documents = new Map<string, readonly InvoiceDocument[]>();
  readonly numbers = new Map<string, InvoiceRef>();
  readonly depositKeys = new Map<string, DepositKeyUse>();
  readonly recipients = new Map<string, DirectoryEntry>();
  readonly suppliers = new Map<string, SupplierStructure>();
  readonly organisationTimes = new Map<string, { readonly createdAt: Date; readonly updatedAt: Date }>();
  /** When each service was last changed. */
  readonly serviceTimes = new Map<string, Date>();
  readonly bankAccounts = new Map<string, BankAccount>();
  readonly formerIdentifiers = new Map<string, FormerIdentifier>();
  readonly uploads = new Map<string, Upload>();
  readonly engagements = new Map<string, Engagement>();
  readonly engagementSettings = new Map<string, EngagementSettings>();
  readonly connections = new Map<string, AccountingConnection>();
  readonly connectionNumbers = new Map<string, GivenNumber>();
  readonly deliveries = new Map<string, Delivery>();
  readonly exchanges = new Map<number, KeptExchange>();
  readonly inbox = new Map<string, InboxMessage>();
  readonly leases = new Map<string, Date>();
  readonly appliedStatuses = new Map<string, AppliedStatus>();
  readonly reconciliations = new Map<string, Reconciliation>();
  readonly discrepancies = new Map<string, readonly Discrepancy[]>();
  readonly accounts = new Map<string, Account>();
  readonly people = new Map<string, Person>();
  readonly sessions = new Map<string, Session>();
  readonly totps = new Map<string, Totp & { readonly lastStep: number }>();
  readonly passkeys = new Map<string, Passkey>();
  /** By person and hash. */
  readonly recoveryCodes = new Map<string, { readonly userId: string }>();
  readonly challenges = new Map<string, SignInChallenge>();
  readonly openIdRequests = new Map<string, OpenIdRequest>();
  readonly openIdIdentities = new Map<string, LinkedIdentity>();
  readonly openIdLinks = new Map<string, OpenIdLink>();
  readonly joinRequests = new Map<string, JoinRequest>();
  readonly invitations = new Map<string, Invitation>();
  readonly claims = new Map<string, OwnershipClaim>();
  readonly claimVotes = new Map<string, readonly ClaimVote[]>();
  readonly factorResets = new Map<string, FactorReset>();
  readonly resetApprovals = new Map<string, readonly ResetApproval[]>();
  readonly mandates = new Map<string, Mandate>();
  readonly warnings = new Map<string, Date>();
  readonly accessTraces = new Map<number, RecordedTrace>();
  readonly failedSignIns = new Map<string, readonly Date[]>();
  readonly accountLinks = new Map<string, AccountLink>();
  readonly signUps = new Map<string, PendingSignUp>();
  readonly askings = new Map<string, readonly Date[]>();
  readonly mails = new Map<
    string,
    WaitingMail & { readonly sentAt: Date | null; readonly problem: string | null }
  >();
  readonly technicalAccounts = new Map<string, StoredTechnicalAccount>();
  readonly technicalKeys = new Map<string, TechnicalKey>();
  readonly keyWarnings = new Map<string, Date>();
  readonly jobs = new Map<number, AddedJob>();

  /** Remembers everything as it is now; the answer brings it back. */
  snapshot(): () => void {
    const tables: Map<unknown, unknown>[] = Object.values(this);
    const copies = tables.map((table) => new Map(table));
    return () => {
      for (const [index, table] of tables.entries()) {
        table.clear();
        for (const [key, value] of copies[index] ?? []) table.set(key, value);
      }
    };
  }
}

export const keyOf = (...parts: readonly (string | number)[]): string => parts.join('|');

export const refKey = ({ recipientId, invoiceId }: InvoiceRef): string => keyOf(recipientId, invoiceId);
