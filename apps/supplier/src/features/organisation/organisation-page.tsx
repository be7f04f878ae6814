import { OrganisationPage as OwnOrganisation } from '@parvis/web-kit/organisation/organisation-page';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import { OrganisationTabs } from './organisation-tabs.js';

export function OrganisationPage(): ReactNode {
  return <OwnOrganisation side="SUPPLIER" tabs={<OrganisationTabs />} accountHref={paths.account} />;
}
