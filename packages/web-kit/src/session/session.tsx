import { createContext, type ReactNode, use } from 'react';
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

/** What strangers get instead of a page that needs somebody: where one signs in. */
export const DoorContext = createContext<ReactNode>(null);

/** Who is signed in, if anybody: for pages that strangers see too. */
export const useMaybeSession = (): Session | undefined => use(SessionContext);

/** Shows its content to whoever is signed in, and the door to others, at the address they came to. */
export function SignedInOnly({ children }: { readonly children: ReactNode }): ReactNode {
  const door = use(DoorContext);
  return use(SessionContext) ? children : door;
}

/** Who is signed in. Only components inside `SignedInOnly` may ask. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is called outside of SignedInOnly');
  return session;
};
