import { Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Viewer } from './session.js';
import type { SessionWatch } from './session-watch.js';
import { SignInForm } from './sign-in-form.js';
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
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={say('againTitle')}
    >
      <Text mb="md">{say('againText')}</Text>
      <SignInForm email={viewer.email} onSignedIn={resume} />
    </Modal>
  );
}
