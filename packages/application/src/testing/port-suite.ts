import { describe } from 'vitest';
import { describeAccessTrace } from './port-suite-access-trace.js';
import { describeAccounts } from './port-suite-accounts.js';
import { describeClaims } from './port-suite-claims.js';
import { describeDeliveries } from './port-suite-deliveries.js';
import { describeDirectory } from './port-suite-directory.js';
import { describeDirectorySearch } from './port-suite-directory-search.js';
import { describeDocuments } from './port-suite-documents.js';
import { describeEngagements } from './port-suite-engagements.js';
import { describeInvoiceLists } from './port-suite-invoice-lists.js';
import { describeInvoices } from './port-suite-invoices.js';
import { describeJoinRequests } from './port-suite-join-requests.js';
import { describeMandates } from './port-suite-mandates.js';
import { describeMemberships } from './port-suite-memberships.js';
import { describeOrganisations } from './port-suite-organisations.js';
import { describeServiceBook } from './port-suite-service-book.js';
import { describeSettings } from './port-suite-settings.js';
import { describeSignIn } from './port-suite-sign-in.js';
import { describeSignUps } from './port-suite-sign-ups.js';
import { describeTechnicalAccounts } from './port-suite-technical-accounts.js';
import { describeWork } from './port-suite-work.js';
import type { PortsUnderTest } from './ports-under-test.js';

/** What every set of adapters must do, in memory or on a database. `makePorts` gives an empty set for each test. */
export const describePorts = (name: string, makePorts: () => Promise<PortsUnderTest>): void => {
  describe(`ports: ${name}`, () => {
    describeWork(makePorts);
    describeInvoices(makePorts);
    describeInvoiceLists(makePorts);
    describeDirectory(makePorts);
    describeDirectorySearch(makePorts);
    describeSettings(makePorts);
    describeOrganisations(makePorts);
    describeServiceBook(makePorts);
    describeEngagements(makePorts);
    describeDocuments(makePorts);
    describeDeliveries(makePorts);
    describeMemberships(makePorts);
    describeJoinRequests(makePorts);
    describeClaims(makePorts);
    describeMandates(makePorts);
    describeAccessTrace(makePorts);
    describeAccounts(makePorts);
    describeTechnicalAccounts(makePorts);
    describeSignIn(makePorts);
    describeSignUps(makePorts);
  });
};
