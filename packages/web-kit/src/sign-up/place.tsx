import type { Side } from '../gql/graphql.js';

/** The app whose page is open. */
export const sideHere = (): Side =>
  location.pathname.startsWith('/administration') ? 'PUBLIC_ENTITY' : 'SUPPLIER';

/** Where these pages stand: the app, its addresses, and the way from one page to another. */
export interface SignUpPlace {
  readonly side: Side;
  readonly homeHref: string;
  readonly signUpHref: string;
  readonly confirmHref: string;
  readonly forgottenHref: string;
  readonly accountHref: string;
  readonly directoryHref: string;
  /** What the person has asked for: to be reminded of, taken back, or followed by a claim. */
  readonly requestsHref: string;
  /** Where a newcomer with a structure goes first. */
  readonly firstHref: string;
  /** Changes the page without loading it again. */
  readonly go: (href: string) => void;
}
