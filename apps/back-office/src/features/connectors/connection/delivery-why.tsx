import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { nextAttemptIs } from '../../../delivery/next-attempt.js';
import { type DeliveryRowFragment, RetryOneDeliveryDocument } from '../../../gql/graphql.js';
import classes from '../connectors.module.css';
import { useWords } from '../words.js';

interface DeliveryWhyProps {
  readonly delivery: DeliveryRowFragment;
  readonly mayOperate: boolean;
  readonly onRetried: () => void;
}

/** Why it waits, in words, when it is tried again, and the act that mends it. */
export function DeliveryWhy({ delivery, mayOperate, onRetried }: DeliveryWhyProps): ReactNode {
  const say = useWords();
  const { ago } = useDisplay();
  const { state, problem, nextStep, nextAttemptAt } = delivery;
  const isWaiting = state === 'WAITING' && nextAttemptAt !== null;
  const isStuck = isWaiting || state === 'NEEDS_ATTENTION' || state === 'REFUSED' || state === 'PARKED';
  return (
    <span className={classes.stack}>
      {problem && <span>{problem}</span>}
      {nextStep && !isWaiting && <small>{nextStep}</small>}
      {isWaiting && (
        <small>{say(`nextAttempt_${nextAttemptIs(nextAttemptAt)}`, { ago: ago(nextAttemptAt) })}</small>
      )}
      {isStuck && mayOperate && <RetryButton delivery={delivery} onRetried={onRetried} />}
    </span>
  );
}

function RetryButton({ delivery, onRetried }: Pick<DeliveryWhyProps, 'delivery' | 'onRetried'>): ReactNode {
  const say = useWords();
  const show = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [retry, { loading }] = useMutation(RetryOneDeliveryDocument);
  const sendAgain = async (): Promise<void> => {
    const input = { invoiceId: delivery.invoice.id, connectionId: delivery.connection.id, language } as const;
    const answer = await retry({ variables: { input, language } }).catch(() => undefined);
    const outcome = answer?.data?.retryDelivery;
    if (outcome?.__typename === 'DeliveryRetried') show({ message: say('retried') });
    else show({ tone: 'danger', message: outcome?.message ?? say('notDone') });
    onRetried();
  };
  return (
    <Button size="compact-sm" variant="default" disabled={loading} onClick={() => void sendAgain()}>
      {say('retry')}
    </Button>
  );
}
