import { Menu } from '@mantine/core';
import { IconChevronDown, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useKeyHelp } from '../keys/keys.js';
import { useWords } from '../language/language.js';
import { Link } from '../link/link.js';
import classes from './header.module.css';
import type { FrameAccount } from './navigation.js';

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** Who is signed in, and the way out. */
export function AccountMenu({ account }: { readonly account: FrameAccount }) {
  const words = useWords();
  const showKeys = useKeyHelp();
  return (
    <Menu withinPortal={false} position="bottom-end" width={260} offset={6}>
      <Menu.Target>
        <button type="button" className={classes.account} aria-label={`${words.account} : ${account.name}`}>
          <span className={classes.initials} aria-hidden>
            {initialsOf(account.name)}
          </span>
          <span className={classes.accountName} aria-hidden>
            {account.name}
          </span>
          <IconChevronDown size={15} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.identity}>
          <strong>{account.name}</strong>
          {account.detail && <span>{account.detail}</span>}
        </div>
        <Menu.Divider />
        {account.entries?.map(({ label, href, onSelect }) =>
          href ? (
            <Menu.Item key={label} component={Link} href={href}>
              {label}
            </Menu.Item>
          ) : (
            <Menu.Item key={label} onClick={onSelect}>
              {label}
            </Menu.Item>
          ),
        )}
        <Menu.Item leftSection={<IconKeyboard size={17} stroke={1.8} />} onClick={showKeys}>
          {words.keysHint}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={17} stroke={1.8} />} onClick={account.onSignOut}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
