import { RightfulTabs } from '@parvis/web-kit/organisation/rightful-tabs';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import { useWords } from './words.js';

/** The pages of the section « Organisation ». Requests are for everybody: people's own stand there. */
export function OrganisationTabs(): ReactNode {
  const say = useWords();
  const path = useRouterState({ select: ({ location }) => location.publicHref.replace(/[?#].*$/, '') });
  return (
    <RightfulTabs
      side="SUPPLIER"
      label={say('tabs')}
      path={path}
      entries={[
        { href: paths.organisation, label: say('structure') },
        { href: paths.people, label: say('people'), right: 'PERSON_READ' },
        { href: paths.requests, label: say('requests') },
        { href: paths.mandates, label: say('mandates'), right: 'MANDATE_READ' },
      ]}
    />
  );
}
