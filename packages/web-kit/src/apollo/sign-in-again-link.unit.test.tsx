import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { of } from 'rxjs';
import { expect, it } from 'vitest';
import { SessionWatch } from '../session/session-watch.js';
import { signInAgainLink } from './sign-in-again-link.js';

const SAVE = gql`
  mutation Save($draft: Draft!) {
    save(draft: $draft)
  }
`;

/** Told apart by their seed, the same in every run: numbers, texts with signs of all kinds, gaps. */
const draftOf = (seed: number): Record<string, unknown> => {
  const next = (salt: number): number => (seed * 7919 + salt * 104_729) % 9973;
  return {
    number: `F-${next(1)}`,
    comment: `« ${next(2)} » — l'été, ${String.fromCodePoint(0x1f4c4 + (seed % 20))}\nligne ${seed}`,
    amount: `${next(3)}.${String(next(4) % 100).padStart(2, '0')}`,
    serviceCode: seed % 3 === 0 ? null : `S${next(5)}`,
    lines: Array.from({ length: seed % 7 }, (_, line) => ({ label: `l${line}`, quantity: next(line) })),
  };
};

it('brings a hundred half-sent forms through the end of a session, each whole and once', async () => {
  const watch = new SessionWatch();
  const saved: unknown[] = [];
  let isSignedIn = false;
  const gateway = new ApolloLink(({ variables }) => {
    if (!isSignedIn)
      return of({ data: null, errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] });
    saved.push(structuredClone(variables.draft));
    return of({ data: { save: true } });
  });
  const client = new ApolloClient({
    link: ApolloLink.from([signInAgainLink(watch), gateway]),
    cache: new InMemoryCache(),
  });
  const drafts = Array.from({ length: 100 }, (_, seed) => draftOf(seed));
  const sent = drafts.map((draft) => client.mutate({ mutation: SAVE, variables: { draft } }));
  await expect.poll(() => watch.isExpired()).toBe(true);
  expect(saved).toEqual([]);
  // A passkey, a second step or a provider in another tab: whatever the road, the page hears of it here.
  isSignedIn = true;
  watch.signedIn();
  await Promise.all(sent);
  expect(saved).toHaveLength(100);
  expect(saved).toEqual(expect.arrayContaining(drafts));
});
