import { IconChevronDown, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useKeyHelp } from '../keys/keys.js';
import { useWords } from '../language/language.js';
import { Menu } from '../menu/menu.js';
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
  const entries = [
    ...(account.entries ?? []).map((entry) => ({ key: entry.label, ...entry })),
    {
      key: 'keys',
      label: words.keysHint,
      icon: <IconKeyboard size={17} stroke={1.8} />,
      onSelect: showKeys,
    },
    {
      key: 'sign-out',
      label: words.signOut,
      icon: <IconLogout size={17} stroke={1.8} />,
      onSelect: account.onSignOut,
    },
  ];
  return (
    <Menu
      label={`${words.account} : ${account.name}`}
      buttonClassName={classes.account}
      entries={entries}
      head={
        <div className={classes.identity}>
          <strong>{account.name}</strong>
          {account.detail && <span>{account.detail}</span>}
        </div>
      }
    >
      <span className={classes.initials} aria-hidden>
        {initialsOf(account.name)}
      </span>
      <span className={classes.accountName} aria-hidden>
        {account.name}
      </span>
      <IconChevronDown size={15} stroke={2} aria-hidden />
    </Menu>
  );
}
