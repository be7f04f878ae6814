import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { TextField } from '@parvis/ui/form/text-field';
import { useToast } from '@parvis/ui/toast/toasts';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import {
  type ConnectionCardFragment,
  ReplayDeliveriesDocument,
  RetryDeliveriesDocument,
  type StuckState,
} from '../../../gql/graphql.js';
import classes from '../connectors.module.css';
import { useWords } from '../words.js';

interface DeliveryActsProps {
  readonly connection: ConnectionCardFragment;
  /** Those of the list shown that can be sent again. */
  readonly states: readonly StuckState[];
  readonly onDone: () => void;
}

/** What can be done with many deliveries at once, each asked for once with what follows from it. */
export function DeliveryActs({ connection, states, onDone }: DeliveryActsProps): ReactNode {
  const say = useWords();
  const [asked, setAsked] = useState<'retry' | 'replay'>();
  const count = connection.counts
    .filter(({ state }) => states.some((stuck) => stuck === state))
    .reduce((sum, each) => sum + each.count, 0);
  const close = (): void => setAsked(undefined);
  return (
    <div className={classes.manyActs}>
      {count > 0 && (
        <Button variant="default" onClick={() => setAsked('retry')}>
          {say('retryMany', { count })}
        </Button>
      )}
      <Button variant="subtle" onClick={() => setAsked('replay')}>
        {say('replay')}
      </Button>
      {asked === 'retry' && (
        <RetryDialog connection={connection} states={states} count={count} onClose={close} onDone={onDone} />
      )}
      {asked === 'replay' && <ReplayDialog connection={connection} onClose={close} onDone={onDone} />}
    </div>
  );
}

interface DialogProps {
  readonly connection: ConnectionCardFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface RetryDialogProps extends DialogProps {
  readonly states: readonly StuckState[];
  readonly count: number;
}

function RetryDialog({ connection, states, count, onClose, onDone }: RetryDialogProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [send, { loading }] = useMutation(RetryDeliveriesDocument);
  const retry = async (): Promise<void> => {
    const input = { connectionId: connection.id, states: [...states] };
    const answer = await send({ variables: { input: { ...input, language } } }).catch(() => undefined);
    const outcome = answer?.data?.retryDeliveries;
    if (outcome?.__typename === 'DeliveriesRetried')
      toast({ message: say(outcome.more ? 'retriedSome' : 'retriedMany', { count: outcome.count }) });
    else toast({ tone: 'danger', message: outcome?.message ?? say('notDone') });
    onClose();
    onDone();
  };
  return (
    <ConfirmDialog
      opened
      title={say('retryManyTitle', { count })}
      confirmLabel={say('retryManyAct')}
      sending={loading}
      onConfirm={() => void retry()}
      onClose={onClose}
    >
      <p>{say('retryManyText', { name: connection.name })}</p>
    </ConfirmDialog>
  );
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

function ReplayDialog({ connection, onClose, onDone }: DialogProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [send, { loading }] = useMutation(ReplayDeliveriesDocument);
  const [from, setFrom] = useState('');
  const [isMissing, setMissing] = useState(false);
  const replay = async (): Promise<void> => {
    if (!isDay(from)) return setMissing(true);
    // The day begins where the person stands.
    const instant = new Date(`${from}T00:00:00`).toISOString();
    const input = { connectionId: connection.id, from: instant, language } as const;
    const answer = await send({ variables: { input } }).catch(() => undefined);
    const outcome = answer?.data?.replayDeliveries;
    if (outcome?.__typename === 'DeliveriesReplayed')
      toast({ message: say(outcome.more ? 'replayedSome' : 'replayed', { count: outcome.count }) });
    else toast({ tone: 'danger', message: outcome?.message ?? say('notDone') });
    onClose();
    onDone();
  };
  return (
    <ConfirmDialog
      opened
      title={say('replayTitle')}
      confirmLabel={say('replayAct')}
      sending={loading}
      onConfirm={() => void replay()}
      onClose={onClose}
    >
      <p>{say('replayText', { name: connection.name })}</p>
      <TextField
        id="replay-from"
        type="date"
        label={say('replayFrom')}
        value={from}
        onChange={setFrom}
        error={isMissing && !isDay(from) ? say('replayFromMissing') : undefined}
      />
    </ConfirmDialog>
  );
}
