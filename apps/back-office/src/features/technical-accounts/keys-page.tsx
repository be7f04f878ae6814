import { TechnicalAccountsPage } from '@parvis/web-kit/technical-accounts/technical-accounts-page';
import type { ReactNode } from 'react';
import { OrganisationTabs } from '../organisation/organisation-tabs.js';

export function KeysPage(): ReactNode {
  return <TechnicalAccountsPage side="PUBLIC_ENTITY" tabs={<OrganisationTabs />} />;
}
