import { IconDots } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import { Link } from '../link/link.js';
import { Menu } from '../menu/menu.js';
import type { NavigationEntry } from './navigation.js';
import classes from './side-navigation.module.css';

/** Of the bar at the foot of a narrow page; the others wait behind "Plus". */
const barPlaces = 5;

/** The few places of the app. At 390 px it is the bar at the foot of the page, within reach of the thumb. */
export function SideNavigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  const words = useWords();
  const folded = entries.length > barPlaces ? entries.slice(barPlaces - 1) : [];
  return (
    <nav className={classes.navigation} aria-label={words.mainNavigation}>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.key} data-folded={folded.includes(entry) || undefined}>
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
        {folded.length > 0 && (
          <li className={classes.more}>
            <Menu
              place="above-end"
              className={classes.morePlace}
              buttonClassName={classes.link}
              highlighted={folded.some(({ current }) => current)}
              entries={folded.map((entry) => ({
                key: entry.key,
                label: entry.label,
                href: entry.href,
                icon: <entry.icon size={18} stroke={1.7} />,
                after: entry.count || null,
                current: entry.current,
              }))}
            >
              <IconDots size={20} stroke={1.7} aria-hidden />
              <span className={classes.label}>{words.more}</span>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}
