import { SectionTabs } from '@parvis/ui/frame/section-tabs';
import type { ReactNode } from 'react';
import type { Side } from '../gql/graphql.js';
import { useCurrentMembership, type ViewerMembership } from '../session/current-structure.js';

export interface RightfulTab {
  readonly href: string;
  readonly label: string;
  /** What it takes to see the page; everybody does where it is left out. */
  readonly right?: ViewerMembership['rights'][number];
}

export interface RightfulTabsProps {
  readonly side: Side;
  readonly label: string;
  /** Of the page that is open, without what comes after it. */
  readonly path: string;
  /** The first page lies above the others: their addresses begin with its own. */
  readonly entries: readonly RightfulTab[];
}

/** The pages of a section, as far as the viewer may read them. */
export function RightfulTabs({ side, label, path, entries }: RightfulTabsProps): ReactNode {
  const rights = useCurrentMembership(side)?.rights ?? [];
  const tabs = entries
    .filter(({ right }) => right === undefined || rights.includes(right))
    .map((entry, index) => ({
      href: entry.href,
      label: entry.label,
      current: index === 0 ? path === entry.href : path.startsWith(entry.href),
    }));
  // One tab alone leads nowhere.
  return tabs.length > 1 ? <SectionTabs label={label} tabs={tabs} /> : null;
}
