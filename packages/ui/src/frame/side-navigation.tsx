import { useWords } from '../language/language.js';
import { Link } from '../link/link.js';
import type { NavigationEntry } from './navigation.js';
import classes from './side-navigation.module.css';

/** The few places of the app. At 390 px it is the bar at the foot of the page, within reach of the thumb. */
export function SideNavigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  const words = useWords();
  return (
    <nav className={classes.navigation} aria-label={words.mainNavigation}>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.key} className={classes.item}>
            <Link
              href={entry.href}
              className={classes.link}
              aria-current={entry.current ? 'page' : undefined}
            >
              <entry.icon size={20} stroke={1.7} />
              <span className={classes.label}>{entry.label}</span>
              {entry.count ? (
                <span className={classes.count}>
                  <span aria-hidden>{entry.count > 999 ? '999+' : entry.count}</span>
                  <span className="pv-visually-hidden">{entry.countLabel ?? entry.count}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
