import { AsyncLocalStorage } from 'node:async_hooks';
import type { Stores, Work } from '../ports/work.js';
import { memoryAccessTrace } from './memory-access-trace.js';
import { memoryAccounts } from './memory-accounts.js';
import { memoryAskings } from './memory-askings.js';
import { memoryChallenges } from './memory-challenges.js';
import { memoryClaims } from './memory-claims.js';
import { memoryConnectionNumbers } from './memory-connection-numbers.js';
import { memoryConnections } from './memory-connections.js';
import { memoryAccountLinks, memoryCredentials } from './memory-credentials.js';
import { memoryDeliveries } from './memory-deliveries.js';
import { memoryDepositKeys } from './memory-deposit-keys.js';
import { memoryDirectory } from './memory-directory.js';
import { memoryEngagements } from './memory-engagements.js';
import { memoryExchanges } from './memory-exchanges.js';
import { memoryFactorResets } from './memory-factor-resets.js';
import { memoryFactors } from './memory-factors.js';
import { memoryInbox } from './memory-inbox.js';
import { memoryInvitations } from './memory-invitations.js';
import { memoryInvoices } from './memory-invoices.js';
import { memoryJoinRequests } from './memory-join-requests.js';
import { memoryMail } from './memory-mail.js';
import { memoryMandates } from './memory-mandates.js';
import { memoryMemberships } from './memory-memberships.js';
import { memoryNumbers } from './memory-numbers.js';
import { memoryOpenId } from './memory-openid.js';
import { memoryOrganisations } from './memory-organisations.js';
import { memoryReconciliations } from './memory-reconciliations.js';
import { memoryServiceBook } from './memory-service-book.js';
import { memorySessions } from './memory-sessions.js';
import { memorySettings } from './memory-settings.js';
import { memorySettingsFigures } from './memory-settings-figures.js';
import { memorySignUps } from './memory-sign-ups.js';
import type { MemoryTables } from './memory-tables.js';
import { memoryTechnicalAccounts } from './memory-technical-accounts.js';
import { memoryUploads } from './memory-uploads.js';

/** One unit of work after the other, each rolled back whole when its story throws. */
export class MemoryWork implements Work {
  private readonly inside = new AsyncLocalStorage<true>();
  private last: Promise<unknown> = Promise.resolve();
  private readonly stores: Stores;

  constructor(private readonly tables: MemoryTables) {
    this.stores = {
      invoices: memoryInvoices(tables),
      numbers: memoryNumbers(tables),
      depositKeys: memoryDepositKeys(tables),
      directory: memoryDirectory(tables),
      organisations: memoryOrganisations(tables),
      settings: memorySettings(tables),
      settingsFigures: memorySettingsFigures(tables),
      engagements: memoryEngagements(tables),
      serviceBook: memoryServiceBook(tables),
      uploads: memoryUploads(tables),
      connections: memoryConnections(tables),
      connectionNumbers: memoryConnectionNumbers(tables),
      deliveries: memoryDeliveries(tables),
      exchanges: memoryExchanges(tables),
      inbox: memoryInbox(tables),
      reconciliations: memoryReconciliations(tables),
      accounts: memoryAccounts(tables),
      sessions: memorySessions(tables),
      factors: memoryFactors(tables),
      challenges: memoryChallenges(tables),
      openId: memoryOpenId(tables),
      memberships: memoryMemberships(tables),
      joinRequests: memoryJoinRequests(tables),
      invitations: memoryInvitations(tables),
      claims: memoryClaims(tables),
      factorResets: memoryFactorResets(tables),
      mandates: memoryMandates(tables),
      warnings: {
        note: async (key, at) => {
          if (tables.warnings.has(key)) return false;
          tables.warnings.set(key, at);
          return true;
        },
      },
      accessTrace: memoryAccessTrace(tables),
      credentials: memoryCredentials(tables),
      accountLinks: memoryAccountLinks(tables),
      signUps: memorySignUps(tables),
      askings: memoryAskings(tables),
      mail: memoryMail(tables),
      technicalAccounts: memoryTechnicalAccounts(tables),
      asPlatform: (act) => act(),
      jobs: {
        add: async (job, { startAfterSeconds = 0 } = {}) => {
          tables.jobs.set(tables.jobs.size, { job, startAfterSeconds });
        },
        addAll: async (jobs) => {
          for (const job of jobs) tables.jobs.set(tables.jobs.size, { job, startAfterSeconds: 0 });
        },
      },
    };
  }

  /** True for code that a story called: nothing slow belongs there. */
  get isOpen(): boolean {
    return this.inside.getStore() === true;
  }

  async run<Answer>(story: (stores: Stores) => Promise<Answer>): Promise<Answer> {
    if (this.isOpen) throw new Error('a unit of work inside another would wait for itself');
    const turn = this.last.then(() => this.commitOrRestore(story));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async commitOrRestore<Answer>(story: (stores: Stores) => Promise<Answer>): Promise<Answer> {
    const restore = this.tables.snapshot();
    try {
      return await this.inside.run(true, () => story(this.stores));
    } catch (failure) {
      restore();
      throw failure;
    }
  }
}
