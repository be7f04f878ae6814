import { useApolloClient, useQuery } from '@apollo/client/react';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Connection } from '../apollo/create-client.js';
import { SessionDocument, SignOutDocument } from '../gql/graphql.js';
import { suggestLanguage } from '../words/i18n.js';
import { RightsWatch } from './rights-watch.js';
import { DoorContext, SessionContext, type Viewer } from './session.js';
import type { SessionWatch } from './session-watch.js';

// Whoever is signed in already should not wait for the form.
const SignInForm = lazy(() => import('./sign-in-form.js').then((module) => ({ default: module.SignInForm })));
const SignInAgain = lazy(() =>
  import('./sign-in-again.js').then((module) => ({ default: module.SignInAgain })),
);

export interface SessionGateProps {
  readonly watch: SessionWatch;
  readonly reopenLine: Connection['reopenLine'];
  /** Where the app begins anew once someone has signed out; the same page unless told otherwise. */
  readonly homeHref?: string;
  /** What strangers see instead of a page that needs somebody; it holds the form it is given. */
  readonly signInPage: (form: ReactNode) => ReactNode;
  readonly loading: ReactNode;
  readonly broken: (error: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Finds out who is there; pages then ask for somebody with `SignedInOnly`, or are open to strangers. */
export function SessionGate(props: SessionGateProps): ReactNode {
  const { watch, reopenLine, homeHref, signInPage, loading, broken, children } = props;
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(SessionDocument, { fetchPolicy: 'cache-first' });
  const viewer = data?.viewer;
  const expired = useSyncExternalStore(watch.subscribe, watch.isExpired);
  const session = useMemo(
    () =>
      viewer && {
        viewer,
        askToSignIn: watch.signedInAgain,
        signOut: async () => {
          const { data: ended } = await client.mutate({ mutation: SignOutDocument });
          // Whoever came in through a provider signs out there, too.
          location.assign(ended?.signOutOfProvider ?? homeHref ?? location.pathname);
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
  if (!session) {
    const form = (
      <Suspense fallback={loading}>
        <SignInForm onSignedIn={letIn} />
      </Suspense>
    );
    return <DoorContext value={signInPage(form)}>{children}</DoorContext>;
  }
  return (
    <SessionContext value={session}>
      {children}
      <RightsWatch watch={watch} viewer={session.viewer} />
      {expired && (
        <Suspense>
          <SignInAgain watch={watch} viewer={session.viewer} onSignedIn={letIn} />
        </Suspense>
      )}
    </SessionContext>
  );
}
