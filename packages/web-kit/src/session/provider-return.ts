import type { FactorMethod, SignInAnswerFragment } from '../gql/graphql.js';

/** What the gateway writes behind the `#` when a provider has sent somebody back. */
export type ProviderReturn =
  | { readonly kind: 'done' }
  | { readonly kind: 'secondFactor'; readonly answer: SignInAnswerFragment }
  | { readonly kind: 'link' }
  | { readonly kind: 'failed' };

/** Undefined for a page nobody was sent back to. */
export const readReturn = (hash: string): ProviderReturn | undefined => {
  const [, what = '', challenge = '', methods = ''] =
    /^#connexion=(\w+)(?:\.([\w-]+)\.([\w,]+))?$/.exec(hash) ?? [];
  if (what === 'faite') return { kind: 'done' };
  if (what === 'relier') return { kind: 'link' };
  if (what === 'echec' || what === 'adresse') return { kind: 'failed' };
  if (what !== 'facteur') return undefined;
  const known = methods.split(',').flatMap((method) => methodWords[method] ?? []);
  return {
    kind: 'secondFactor',
    answer: { __typename: 'SecondFactorRequired', challenge, methods: known },
  };
};

const methodWords: Readonly<Record<string, FactorMethod>> = {
  passkey: 'PASSKEY',
  totp: 'TOTP',
  recoveryCode: 'RECOVERY_CODE',
};

/** Reads it once: whoever loads the page again begins anew. */
export const takeReturn = (): ProviderReturn | undefined => {
  const found = readReturn(location.hash);
  if (found) history.replaceState(history.state, '', location.pathname + location.search);
  return found;
};

/** Links the identity this browser brought to the account just proved. */
export const linkProvider = (): Promise<unknown> =>
  fetch('/auth/openid/link', { method: 'POST', credentials: 'same-origin' }).catch(() => undefined);

/** Told by the tab in which somebody signed in, to the page they left open. */
export const whenReturned = (tell: (found: ProviderReturn) => void): (() => void) => {
  const channel = new BroadcastChannel('parvis.connexion');
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const found = readReturn(String(data));
    if (found) tell(found);
  };
  return () => channel.close();
};
