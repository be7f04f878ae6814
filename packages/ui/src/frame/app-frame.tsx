import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../language/language.js';
import classes from './app-frame.module.css';
import { FrameTitle } from './frame-context.js';
import { Header, type HeaderProps } from './header.js';
import type { NavigationEntry } from './navigation.js';
import { SideNavigation } from './side-navigation.js';

export interface AppFrameProps extends HeaderProps {
  /** Seven at most. Leave it out for pages outside the app, such as signing in. */
  readonly navigation?: readonly NavigationEntry[] | undefined;
  /** Changes with each page (its path): focus then goes to the new page, as after a real load. */
  readonly pageKey?: string | undefined;
  /** Above every page: a maintenance notice, for instance. */
  readonly banner?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

const mainId = 'contenu';

/** What surrounds every page of an app: skip link, header, navigation, content. */
export function AppFrame({ navigation, pageKey, banner, footer, children, ...header }: AppFrameProps) {
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const shownPage = useRef(pageKey);
  useEffect(() => {
    if (shownPage.current === pageKey) return;
    shownPage.current = pageKey;
    main.current?.focus({ preventScroll: true });
  }, [pageKey]);

  const title = [header.product, header.area, header.environment && `[${header.environment.label}]`];
  return (
    <FrameTitle value={title.filter(Boolean).join(' · ')}>
      <a className={classes.skip} href={`#${mainId}`} onClick={() => main.current?.focus()}>
        {words.skipToContent}
      </a>
      <Header {...header} />
      <div className={classes.body} data-with-navigation={navigation ? '' : undefined}>
        {navigation && <SideNavigation entries={navigation} />}
        <div className={classes.column}>
          {banner}
          <main id={mainId} ref={main} tabIndex={-1} className={classes.main}>
            {children}
          </main>
          {footer && <footer className={classes.footer}>{footer}</footer>}
        </div>
      </div>
    </FrameTitle>
  );
}
