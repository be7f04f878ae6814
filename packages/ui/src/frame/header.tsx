import type { ReactNode } from 'react';
import type { UiLanguage } from '../language/words.js';
import { Link } from '../link/link.js';
import { AccountMenu } from './account-menu.js';
import { ColorSchemeSwitch } from './color-scheme-switch.js';
import { EnvironmentBadge } from './environment-badge.js';
import classes from './header.module.css';
import { LanguageSwitch } from './language-switch.js';
import { Mark } from './mark.js';
import type { FrameAccount, FrameEnvironment } from './navigation.js';

export interface HeaderProps {
  readonly product: string;
  /** Which door of the product this is: "Espace fournisseur". */
  readonly area: string;
  readonly homeHref: string;
  readonly environment?: FrameEnvironment | undefined;
  readonly organisation?: ReactNode;
  readonly search?: ReactNode;
  readonly tools?: ReactNode;
  readonly account?: FrameAccount | undefined;
  readonly onLanguageChange: (language: UiLanguage) => void;
}

/** The band at the top of every page. */
export function Header(props: HeaderProps) {
  const { product, area, homeHref, environment, organisation, search, tools, account, onLanguageChange } =
    props;
  return (
    <header className={classes.header} data-environment={environment ? '' : undefined}>
      <div className={classes.row}>
        <Link href={homeHref} className={classes.home}>
          <Mark />
          <span className={classes.product}>{product}</span>
          <span className={classes.area}>{area}</span>
        </Link>
        {environment && <EnvironmentBadge environment={environment} />}
        <div className={classes.slots}>
          {organisation}
          {search}
        </div>
        <div className={classes.tools}>
          {tools}
          <LanguageSwitch onChange={onLanguageChange} />
          <ColorSchemeSwitch />
          {account && <AccountMenu account={account} />}
        </div>
      </div>
    </header>
  );
}
