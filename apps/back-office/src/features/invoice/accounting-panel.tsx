import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import type { Tone } from '@parvis/ui/display/tone';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { nextAttemptIs } from '../../delivery/next-attempt.js';
import {
  type BuyerDeliveryFragment,
  type BuyerInvoiceFragment,
  type DeliveryState,
  RetryOneDeliveryDocument,
} from '../../gql/graphql.js';
import { useMayAct } from '../../rows/may-act.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

const tones: Record<DeliveryState, Tone> = {
  WAITING: 'info',
  SENDING: 'progress',
  DELIVERED: 'success',
  NEEDS_ATTENTION: 'danger',
  REFUSED: 'danger',
  PARKED: 'warning',
};

/** What the accounting system was given, what it calls it, and what mends it when it is stuck. */
export function AccountingPanel({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  return (
    <section aria-label={say('accounting')}>
      <h2 className={classes.heading}>{say('accounting')}</h2>
      {invoice.deliveries.length === 0 && <p className={classes.quiet}>{say('noConnection')}</p>}
      {invoice.deliveries.map((delivery) => (
        <DeliveryNotice key={delivery.id} invoiceId={invoice.id} delivery={delivery} />
      ))}
    </section>
  );
}

interface DeliveryNoticeProps {
  readonly invoiceId: string;
  readonly delivery: BuyerDeliveryFragment;
}

function DeliveryNotice({ invoiceId, delivery }: DeliveryNoticeProps): ReactNode {
  const say = useWords();
  const { ago } = useDisplay();
  const mayAct = useMayAct();
  const { state, remoteId, remoteNumber, remoteStatus, attempts, lastAttemptAt, nextAttemptAt } = delivery;
  const isWaiting = state === 'WAITING' && nextAttemptAt !== null;
  const isStuck = isWaiting || state === 'NEEDS_ATTENTION' || state === 'REFUSED' || state === 'PARKED';
  return (
    <Notice
      tone={tones[state]}
      title={say(`state_${state}`, { system: delivery.connection.name })}
      actions={isStuck && mayAct && <RetryButton invoiceId={invoiceId} delivery={delivery} />}
    >
      {remoteId && (
        <p>
          {remoteNumber ? say('bill', { number: remoteNumber }) : say('billWithoutNumber', { id: remoteId })}
        </p>
      )}
      {remoteStatus && <p>{say('billStatus', { status: remoteStatus })}</p>}
      {delivery.problem && <p>{delivery.problem}</p>}
      {delivery.nextStep && <p>{delivery.nextStep}</p>}
      {state !== 'DELIVERED' && lastAttemptAt && (
        <p>{say('attempts', { count: attempts, ago: ago(lastAttemptAt) })}</p>
      )}
      {state === 'WAITING' && nextAttemptAt && (
        <p>{say(`nextAttempt_${nextAttemptIs(nextAttemptAt)}`, { ago: ago(nextAttemptAt) })}</p>
      )}
    </Notice>
  );
}

function RetryButton({ invoiceId, delivery }: DeliveryNoticeProps): ReactNode {
  const say = useWords();
  const show = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [retry, { loading }] = useMutation(RetryOneDeliveryDocument);
  const sendAgain = async (): Promise<void> => {
    const input = { invoiceId, connectionId: delivery.connection.id, language } as const;
    const answer = await retry({ variables: { input, language } }).catch(() => undefined);
    const outcome = answer?.data?.retryDelivery;
    if (outcome?.__typename === 'DeliveryRetried') show({ message: say('retried') });
    else show({ tone: 'danger', message: outcome?.message ?? say('failed') });
  };
  return (
    <Button size="compact-md" variant="default" disabled={loading} onClick={() => void sendAgain()}>
      {say('retry')}
    </Button>
  );
}
