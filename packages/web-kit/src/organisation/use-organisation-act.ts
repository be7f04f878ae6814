import { useApolloClient } from '@apollo/client/react';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { useToast } from '@parvis/ui/toast/toasts';
import { useState } from 'react';
import {
  type OrganisationAnswerFragment,
  OrganisationHistoryDocument,
  SessionDocument,
} from '../gql/graphql.js';
import { failedOutcome, outcomeOf } from './form-outcome.js';

export interface OrganisationAct {
  /** Answers whether it was done; what stands in the way is in `outcome`. */
  readonly run: (
    act: () => Promise<OrganisationAnswerFragment | undefined>,
    done: string,
  ) => Promise<boolean>;
  readonly outcome: FormOutcome | undefined;
  readonly setOutcome: (outcome: FormOutcome | undefined) => void;
  readonly sending: boolean;
}

/** Runs an act on the structure, and has the name above the page and the history follow. */
export const useOrganisationAct = (): OrganisationAct => {
  const client = useApolloClient();
  const toast = useToast();
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [sending, setSending] = useState(false);
  const run: OrganisationAct['run'] = async (act, done) => {
    setSending(true);
    try {
      const answer = await act();
      if (answer?.__typename !== 'OrganisationChanged') {
        if (answer) setOutcome(outcomeOf(answer));
        return false;
      }
      setOutcome(undefined);
      toast({ message: done });
      void client.refetchQueries({ include: [OrganisationHistoryDocument, SessionDocument] });
      return true;
    } catch (failure) {
      setOutcome(failedOutcome(failure));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { run, outcome, setOutcome, sending };
};
