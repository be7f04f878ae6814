import { useApolloClient } from '@apollo/client/react';
import { useToast } from '@parvis/ui/toast/toasts';
import { useEffect, useRef } from 'react';
import { SessionDocument } from '../gql/graphql.js';
import type { Viewer } from './session.js';
import type { SessionWatch } from './session-watch.js';
import { useSessionWords } from './words.js';

type Membership = Viewer['memberships'][number];

const keyOf = ({ structure, mandateHolderName }: Membership): string =>
  `${structure.id} ${mandateHolderName ?? ''}`;

/** Which memberships of the first are no longer in the second. */
export const lostOf = (
  before: readonly Membership[],
  after: readonly Membership[],
): readonly Membership[] => {
  const kept = new Set(after.map(keyOf));
  return before.filter((membership) => !kept.has(keyOf(membership)));
};

/** Looks at the session anew when a right is missing or the page comes back into sight, and says which access has ended. */
export function RightsWatch({
  watch,
  viewer,
}: {
  readonly watch: SessionWatch;
  readonly viewer: Viewer;
}): null {
  const client = useApolloClient();
  const toast = useToast();
  const say = useSessionWords();
  const known = useRef(viewer.memberships);

  useEffect(() => {
    for (const { structure, mandateHolderName } of lostOf(known.current, viewer.memberships)) {
      const words = mandateHolderName ? 'mandateEnded' : 'accessEnded';
      toast({ tone: 'warning', durationSeconds: 60, message: say(words, { structure: structure.name }) });
    }
    known.current = viewer.memberships;
  }, [viewer.memberships, toast, say]);

  useEffect(() => {
    const lookAgain = (): void => {
      void client.query({ query: SessionDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    };
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') lookAgain();
    };
    const stop = watch.subscribeToDoubts(lookAgain);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [client, watch]);
  return null;
}
