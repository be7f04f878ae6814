import { createContext, use } from 'react';
import type { SignedInViewerFragment } from '../gql/graphql.js';

export type Viewer = SignedInViewerFragment;

export interface Session {
  readonly viewer: Viewer;
  /** Ends the session and begins the app anew. */
  readonly signOut: () => Promise<void>;
  /** For what goes beside GraphQL: asks to sign in on top of the page, and resolves when it is done. */
  readonly askToSignIn: () => Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only components inside the gate may ask. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is called outside of SessionGate');
  return session;
};
