import { AppFrame, type AppFrameProps } from '@parvis/ui/frame/app-frame';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import type { ReactNode } from 'react';
import { chooseLanguage } from '../words/i18n.js';
import classes from './sign-in-page.module.css';
import { useSessionWords } from './words.js';

export interface SignInPageProps
  extends Pick<AppFrameProps, 'product' | 'area' | 'homeHref' | 'environment'> {
  /** What one comes here for, in a line or two. */
  readonly intro: ReactNode;
  readonly form: ReactNode;
}

/** With the page that was asked for, to go on there with an account. */
const signUpHref = (homeHref = '/'): string => {
  const { pathname, search } = location;
  return `${homeHref}inscription${search && `?vers=${encodeURIComponent(pathname + search)}`}`;
};

/** The door of either app. */
export function SignInPage({ intro, form, ...frame }: SignInPageProps): ReactNode {
  const say = useSessionWords();
  return (
    <AppFrame {...frame} onLanguageChange={chooseLanguage}>
      <div className={classes.door}>
        <PageHeader title={say('title')} subtitle={intro} />
        <div className="pv-panel">{form}</div>
        <p className={classes.ways}>
          <Link href={signUpHref(frame.homeHref)} className="pv-link">
            {say('signUp')}
          </Link>
          <Link href={`${frame.homeHref}mot-de-passe-oublie`} className="pv-link">
            {say('forgotten')}
          </Link>
          <Link href="/fournisseur/annuaire" className="pv-link">
            {say('directory')}
          </Link>
        </p>
      </div>
    </AppFrame>
  );
}
