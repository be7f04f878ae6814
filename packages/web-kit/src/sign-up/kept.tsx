import type { IdentifierType, Side } from '../gql/graphql.js';

/** What was typed, for a page that is loaded again; never the password. */
export interface SignUpDraft {
  readonly identifierType: IdentifierType;
  readonly identifier: string;
  readonly structureName: string;
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
  readonly name: string;
  readonly email: string;
}

export const emptyDraft: SignUpDraft = {
  identifierType: 'SIRET',
  identifier: '',
  structureName: '',
  street: '',
  postCode: '',
  town: '',
  name: '',
  email: '',
};

/** The sign-up that waits for its code in this browser. */
export interface PendingSignUp {
  readonly signUpId: string;
  readonly email: string;
  readonly codeExpiresAt: string;
  readonly mailbox: string | null;
}

/** Each app asks for its own kind of structure. */
const draftKey = (side: Side): string => `parvis.sign-up.${side}`;

const PENDING = 'parvis.sign-up.pending';

const WAY_TO = 'parvis.sign-up.way-to';

export const keepDraft = (side: Side, draft: SignUpDraft): void =>
  sessionStorage.setItem(draftKey(side), JSON.stringify(draft));

export const keptDraft = (side: Side): SignUpDraft => ({
  ...emptyDraft,
  ...read<Partial<SignUpDraft>>(sessionStorage, draftKey(side)),
});

/** In all tabs: the link of the mail opens in another one. */
export const keepPending = (pending: PendingSignUp): void =>
  localStorage.setItem(PENDING, JSON.stringify(pending));

export const keptPending = (): PendingSignUp | undefined => read<PendingSignUp>(localStorage, PENDING);

/** The page that the newcomer was on the way to, as the address of the sign-up says it; for all tabs. */
export const keepWayTo = (search: string): void => {
  const way = new URLSearchParams(search).get('vers');
  if (way !== null) localStorage.setItem(WAY_TO, way);
};

/** That page when it is the first one with something to say: `firstHref` with a search; else `firstHref`. */
export const wayTo = (firstHref: string): string => {
  const way = localStorage.getItem(WAY_TO) ?? '';
  return way.startsWith(`${firstHref}?`) ? way : firstHref;
};

export const forgetSignUp = (): void => {
  localStorage.removeItem(WAY_TO);
  for (const side of ['SUPPLIER', 'PUBLIC_ENTITY'] as const) sessionStorage.removeItem(draftKey(side));
  forgetPending();
};

/** What was typed stays: the same sign-up may be begun again. */
export const forgetPending = (): void => localStorage.removeItem(PENDING);

const read = <Kept,>(storage: Storage, key: string): Kept | undefined => {
  try {
    const text = storage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
};
