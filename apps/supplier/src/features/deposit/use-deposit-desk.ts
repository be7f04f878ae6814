import { useApolloClient } from '@apollo/client/react';
import { useSession } from '@parvis/web-kit/session/session';
import { currentLanguage, useLanguage } from '@parvis/web-kit/words/i18n';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { DepositClerk } from './deposit-clerk.js';
import type { Desk, DeskEvent } from './deposit-desk.js';

let clerk: DepositClerk | undefined;

/** The cards of this tab, and the way to act on them. */
export const useDepositDesk = (): [Desk, (event: DeskEvent) => void] => {
  const client = useApolloClient();
  const { askToSignIn } = useSession();
  clerk ??= new DepositClerk({ client, language: currentLanguage, askToSignIn });
  const { subscribe, snapshot, dispatch } = clerk;
  const cards = useSyncExternalStore(subscribe, snapshot);

  const language = useLanguage();
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    dispatch({ kind: 'allChecksAskedAgain' });
  }, [language]);

  return [cards, dispatch];
};
