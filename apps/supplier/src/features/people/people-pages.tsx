import { InvitationPage } from '@parvis/web-kit/people/invitation-page';
import { PeoplePage } from '@parvis/web-kit/people/people-page';
import { RequestsPage } from '@parvis/web-kit/people/requests-page';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import { OrganisationTabs } from '../organisation/organisation-tabs.js';

export const People = (): ReactNode => <PeoplePage side="SUPPLIER" tabs={<OrganisationTabs />} />;
export const Requests = (): ReactNode => <RequestsPage side="SUPPLIER" tabs={<OrganisationTabs />} />;
export const Invitation = (): ReactNode => <InvitationPage homeHref={paths.home} />;
