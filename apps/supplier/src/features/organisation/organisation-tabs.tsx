import { SectionTabs } from '@parvis/ui/frame/section-tabs';
import { useCurrentMembership, type ViewerMembership } from '@parvis/web-kit/session/current-structure';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import { useWords } from './words.js';

interface Entry {
  readonly href: string;
  readonly label: string;
}

/** The pages of the section « Organisation », as far as the viewer may read them. */
export function OrganisationTabs(): ReactNode {
  const say = useWords();
  const rights = useCurrentMembership('SUPPLIER')?.rights ?? [];
  const has = (right: ViewerMembership['rights'][number]): boolean => rights.includes(right);
  const path = useRouterState({ select: ({ location }) => location.publicHref.replace(/[?#].*$/, '') });
  const entries: readonly Entry[] = [
    { href: paths.organisation, label: say('structure') },
    ...shown(has('PERSON_READ'), { href: paths.people, label: say('people') }),
    ...shown(has('PERSON_GRANT'), { href: paths.requests, label: say('requests') }),
    ...shown(has('MANDATE_READ'), { href: paths.mandates, label: say('mandates') }),
  ];
  const tabs = entries.map((entry) => ({
    ...entry,
    // The structure's own page lies above the others: they all begin with its address.
    current: entry.href === paths.organisation ? path === entry.href : path.startsWith(entry.href),
  }));
  // One tab alone leads nowhere.
  return tabs.length > 1 ? <SectionTabs label={say('tabs')} tabs={tabs} /> : null;
}

const shown = (when: boolean, entry: Entry): Entry[] => (when ? [entry] : []);
