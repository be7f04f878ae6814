import { Dialog } from '@parvis/ui/acts/dialog';
import type { ReactNode } from 'react';
import type { Viewer } from './session.js';
import type { SessionWatch } from './session-watch.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in-page.module.css';
import { useSessionWords } from './words.js';

export interface SignInAgainProps {
  readonly watch: SessionWatch;
  readonly viewer: Viewer;
  readonly onSignedIn: (viewer: Viewer) => void;
}

/** On top of the page, which keeps what was typed. Someone else signing in gets a page of their own. */
export function SignInAgain({ watch, viewer, onSignedIn }: SignInAgainProps): ReactNode {
  const say = useSessionWords();
  const resume = (newcomer: Viewer): void => {
    if (newcomer.id !== viewer.id) {
      location.reload();
      return;
    }
    onSignedIn(newcomer);
    watch.signedIn();
  };
  return (
    <Dialog opened size="md" title={say('againTitle')}>
      <p className={classes.again}>{say('againText')}</p>
      <SignInForm again email={viewer.email} onSignedIn={resume} />
    </Dialog>
  );
}
