import { Link } from '../link/link.js';
import classes from './section-tabs.module.css';

export interface SectionTab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** What waits there; not shown at zero. */
  readonly count?: number | undefined;
}

/** The pages of one entry of the navigation, above each of them. */
export function SectionTabs({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly SectionTab[];
}) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count ? <span className={classes.count}>{tab.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
