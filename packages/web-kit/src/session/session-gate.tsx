import { useApolloClient, useQuery } from '@apollo/client/react';
import { Modal, Text } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Connection } from '../apollo/create-client.js';
import { SessionDocument, SignOutDocument } from '../gql/graphql.js';
import { suggestLanguage } from '../words/i18n.js';
import { SessionContext, type Viewer } from './session.js';
import type { SessionWatch } from './session-watch.js';
import { SignInForm } from './sign-in-form.js';
import { useSessionWords } from './words.js';

export interface SessionGateProps {
  readonly watch: SessionWatch;
  readonly reopenLine: Connection['reopenLine'];
  /** Where the app begins anew once someone has signed out; the same page unless told otherwise. */
  readonly homeHref?: string;
  /** The page of strangers; it holds the form it is given. */
  readonly signInPage: (form: ReactNode) => ReactNode;
  readonly loading: ReactNode;
  readonly broken: (error: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Lets in whoever is signed in; shows the sign-in page to the others, at the address they came to. */
export function SessionGate(props: SessionGateProps): ReactNode {
  const { watch, reopenLine, homeHref, signInPage, loading, broken, children } = props;
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(SessionDocument, { fetchPolicy: 'cache-first' });
  const viewer = data?.viewer;
  const session = useMemo(
    () =>
      viewer && {
        viewer,
        askToSignIn: watch.signedInAgain,
        signOut: async () => {
          await client.mutate({ mutation: SignOutDocument });
          location.assign(homeHref ?? location.pathname);
        },
      },
    [viewer, watch, client, homeHref],
  );
  useEffect(() => {
    if (viewer) suggestLanguage(viewer.language === 'EN' ? 'en' : 'fr');
  }, [viewer]);

  const letIn = (newcomer: Viewer): void => {
    client.writeQuery({ query: SessionDocument, data: { viewer: newcomer } });
    reopenLine();
  };

  if (!data) return error ? broken(error, () => void refetch().catch(() => undefined)) : loading;
  if (!session) return signInPage(<SignInForm onSignedIn={letIn} />);
  return (
    <SessionContext value={session}>
      {children}
      <SignInAgain watch={watch} viewer={session.viewer} onSignedIn={letIn} />
    </SessionContext>
  );
}

interface SignInAgainProps {
  readonly watch: SessionWatch;
  readonly viewer: Viewer;
  readonly onSignedIn: (viewer: Viewer) => void;
}

/** On top of the page, which keeps what was typed. Someone else signing in gets a page of their own. */
function SignInAgain({ watch, viewer, onSignedIn }: SignInAgainProps): ReactNode {
  const say = useSessionWords();
  const expired = useSyncExternalStore(watch.subscribe, watch.isExpired);
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
      opened={expired}
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
