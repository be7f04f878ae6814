import { useToast } from '@parvis/ui/toast/toasts';
import { useState } from 'react';
import type { ProtectionAnswerFragment } from '../gql/graphql.js';
import { useProof } from './proof.js';
import type { SectionProps } from './section-props.js';
import { useAccountWords } from './words.js';

type Refused = Extract<ProtectionAnswerFragment, { readonly __typename: 'ProtectionRefused' }>;

/** Runs an act that answers with the protection as it is then; says how it went. */
export const useProtectionAct = (onChanged: SectionProps['onChanged']) => {
  const say = useAccountWords();
  const withProof = useProof();
  const toast = useToast();
  const [sending, setSending] = useState(false);

  /** Answers whether it was done; a refusal is shown unless the caller takes it. */
  const run = async (
    act: () => Promise<ProtectionAnswerFragment | undefined>,
    done: string | undefined,
    onRefused?: (refusal: Refused) => void,
  ): Promise<boolean> => {
    setSending(true);
    try {
      const answer = await withProof(act);
      if (answer?.__typename === 'ProtectionChanged') {
        onChanged(answer.protection, answer.recoveryCodes);
        // New codes come in a window of their own, which says enough.
        if (done && answer.recoveryCodes.length === 0) toast({ message: done });
        return true;
      }
      if (answer && onRefused) onRefused(answer);
      else if (answer) toast({ message: `${answer.message} ${answer.nextStep}`, tone: 'danger' });
      return false;
    } catch {
      toast({ message: say('failed'), tone: 'danger' });
      return false;
    } finally {
      setSending(false);
    }
  };
  return { run, sending };
};
