import { AsyncLocalStorage } from 'node:async_hooks';
import type { Stores, Work } from '@parvis/application/ports/work';
import type { DataSource, EntityManager } from 'typeorm';
import type { JobSender } from './job-sender.js';
import type { SettingsCipher } from './settings-cipher.js';
import { inTimeOr, noSightGuard, type SightGuard } from './sight-guard.js';
import { accessTrace } from './stores/access-trace.js';
import { accountLinkStore } from './stores/account-links.js';
import { accountStore } from './stores/accounts.js';
import { askingStore } from './stores/askings.js';
import { challengeStore } from './stores/challenges.js';
import { claimStore } from './stores/claims.js';
import { connectionNumbers } from './stores/connection-numbers.js';
import { connectionStore } from './stores/connections.js';
import { credentialStore } from './stores/credentials.js';
import { deliveryLedger } from './stores/deliveries.js';
import { depositKeys } from './stores/deposit-keys.js';
import { directory } from './stores/directory.js';
import { engagementStore } from './stores/engagements.js';
import { exchangeStore } from './stores/exchanges.js';
import { factorResetStore } from './stores/factor-resets.js';
import { factorStore } from './stores/factors.js';
import { inboxStore } from './stores/inbox.js';
import { invitationStore } from './stores/invitations.js';
import { invoiceNumbers } from './stores/invoice-numbers.js';
import { invoiceStore } from './stores/invoices.js';
import { joinRequestStore } from './stores/join-requests.js';
import { mailOutbox } from './stores/mail.js';
import { mandateStore } from './stores/mandates.js';
import { membershipStore } from './stores/memberships.js';
import { openIdStore } from './stores/openid.js';
import { organisationStore } from './stores/organisations.js';
import { reconciliationStore } from './stores/reconciliations.js';
import { serviceBook } from './stores/service-book.js';
import { sessionStore } from './stores/sessions.js';
import { settingsStore } from './stores/settings.js';
import { settingsFigures } from './stores/settings-figures.js';
import { signUpStore } from './stores/sign-ups.js';
import { technicalAccountStore } from './stores/technical-accounts.js';
import { uploadStore } from './stores/uploads.js';
import { warningLedger } from './stores/warnings.js';

const TRIES = 4;

/** serialization_failure and deadlock_detected: PostgreSQL undid everything and asks for another try. */
const passing: readonly unknown[] = ['40001', '40P01'];

/**
 * One transaction for each story, READ COMMITTED. A story that loses against another in the database is told again from
 * the start: it may be, because a story touches nothing but its stores.
 */
export class TypeOrmWork implements Work {
  private readonly inside = new AsyncLocalStorage<true>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobSender,
    private readonly cipher: SettingsCipher,
    private readonly guard: SightGuard = noSightGuard,
  ) {}

  async run<Answer>(story: (stores: Stores) => Promise<Answer>): Promise<Answer> {
    // A second connection, asked for while the first is held, is how pools starve.
    if (this.inside.getStore()) throw new Error('a unit of work inside another would wait for itself');
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await this.inside.run(true, () =>
          this.dataSource.transaction(async (manager) => {
            await this.guard.enter(manager);
            return story(this.storesOf(manager));
          }),
        );
      } catch (failure) {
        if (left === 0 || !passing.includes(codeOf(failure))) throw inTimeOr(failure);
      }
    }
  }

  private storesOf(manager: EntityManager): Stores {
    return {
      invoices: invoiceStore(manager),
      numbers: invoiceNumbers(manager),
      depositKeys: depositKeys(manager),
      directory: directory(manager),
      organisations: organisationStore(manager),
      settings: settingsStore(manager),
      settingsFigures: settingsFigures(manager),
      engagements: engagementStore(manager),
      serviceBook: serviceBook(manager),
      uploads: uploadStore(manager),
      connections: connectionStore(manager, this.cipher),
      connectionNumbers: connectionNumbers(manager),
      deliveries: deliveryLedger(manager),
      exchanges: exchangeStore(manager),
      inbox: inboxStore(manager),
      reconciliations: reconciliationStore(manager),
      accounts: accountStore(manager),
      sessions: sessionStore(manager, this.cipher),
      factors: factorStore(manager, this.cipher),
      challenges: challengeStore(manager, this.cipher),
      openId: openIdStore(manager),
      memberships: membershipStore(manager),
      joinRequests: joinRequestStore(manager),
      invitations: invitationStore(manager),
      claims: claimStore(manager),
      factorResets: factorResetStore(manager),
      mandates: mandateStore(manager),
      warnings: warningLedger(manager),
      accessTrace: accessTrace(manager),
      credentials: credentialStore(manager),
      accountLinks: accountLinkStore(manager),
      signUps: signUpStore(manager),
      askings: askingStore(manager),
      mail: mailOutbox(manager),
      asPlatform: this.guard.lifter(manager),
      technicalAccounts: technicalAccountStore(manager),
      jobs: this.jobs.inTransaction(manager),
    };
  }
}

const codeOf = (failure: unknown): unknown =>
  failure instanceof Error && 'code' in failure ? failure.code : undefined;
