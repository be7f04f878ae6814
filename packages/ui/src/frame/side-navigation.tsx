import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import { Link } from '../link/link.js';
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
            <Menu withinPortal={false} position="top-end" width={240} offset={10}>
              <Menu.Target>
                <button
                  type="button"
                  className={classes.link}
                  data-current={folded.some(({ current }) => current) || undefined}
                >
                  <IconDots size={20} stroke={1.7} aria-hidden />
                  <span className={classes.label}>{words.more}</span>
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {folded.map((entry) => (
                  <Menu.Item
                    key={entry.key}
                    component={Link}
                    href={entry.href}
                    leftSection={<entry.icon size={18} stroke={1.7} />}
                    rightSection={entry.count || null}
                  >
                    {entry.label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}
