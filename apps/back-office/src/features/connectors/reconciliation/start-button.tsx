import { useMutation } from '@apollo/client/react';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { StartReconciliationDocument } from '../../../gql/graphql.js';
import classes from './reconciliation.module.css';
import { useWords } from './words.js';

interface StartButtonProps {
  readonly connectionId: string;
  readonly onStarted: () => void;
}

/** Has both sides compared now, and says why not where that is so. */
export function StartButton({ connectionId, onStarted }: StartButtonProps): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [start, { data, loading, error }] = useMutation(StartReconciliationDocument);
  const answer = data?.startReconciliation;
  const run = async (): Promise<void> => {
    const input = { connectionId, language } as const;
    const answered = await start({ variables: { input, language } }).catch(() => undefined);
    if (answered?.data?.startReconciliation.__typename === 'ReconciliationStarted') onStarted();
  };
  return (
    <div className={classes.start}>
      <div>
        <SubmitButton sending={loading} sendingLabel={say('starting')} onClick={() => void run()}>
          {say('start')}
        </SubmitButton>
      </div>
      {!loading && error && <FormAnswer outcome={{ kind: 'failed', reference: referenceOf(error) }} />}
      {!loading && answer?.__typename === 'ActRefused' && (
        <FormAnswer outcome={{ kind: 'refused', message: answer.message, nextStep: answer.nextStep }} />
      )}
    </div>
  );
}
