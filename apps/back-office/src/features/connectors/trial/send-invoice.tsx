import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { referenceOf } from '@parvis/web-kit/errors/failure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { InvoiceDeliveriesDocument, SendToConnectionDocument } from '../../../gql/graphql.js';
import type { ShownConnection } from '../connection/connection-shell.js';
import { useWords } from '../words.js';
import { SentDelivery } from './sent-delivery.js';
import type { TriedInvoice } from './tried-invoice.js';

interface SendInvoiceProps extends Pick<ShownConnection, 'connection' | 'reload'> {
  readonly tried: TriedInvoice;
}

const OFTEN_MS = 1500;

/** Sends one invoice over a connection that is not in service, then shows what came of it there. */
export function SendInvoice({
  tried: { invoice, outcome },
  connection,
  reload,
}: SendInvoiceProps): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [isAsked, setAsked] = useState(false);
  const [isSent, setSent] = useState(false);
  const [answer, setAnswer] = useState<FormOutcome>();
  const [send, { loading }] = useMutation(SendToConnectionDocument);
  const delivery = useDeliveryOf(invoice, connection.id, isSent);
  useWhenEnded(isSent && delivery !== undefined && isOver(delivery), reload);
  const close = (): void => setAsked(false);
  const sendIt = async (): Promise<void> => {
    const input = { invoiceId: invoice.id, connectionId: connection.id, language } as const;
    try {
      const { data } = await send({ variables: { input, language } });
      const said = data?.sendToConnection;
      const isRefused = said?.__typename === 'ActRefused';
      setAnswer(isRefused ? { kind: 'refused', message: said.message, nextStep: said.nextStep } : undefined);
      setSent(!isRefused);
    } catch (error) {
      setAnswer({ kind: 'failed', reference: referenceOf(error) });
    }
    close();
    reload();
  };
  const isThere = delivery !== undefined && ['WAITING', 'SENDING', 'DELIVERED'].includes(delivery.state);
  return (
    <>
      {answer && <FormAnswer outcome={answer} />}
      {delivery && <SentDelivery delivery={delivery} invoice={invoice} isPaused={!connection.active} />}
      {!isThere && outcome === 'PREVIEW' && (
        <div>
          <Button
            variant="default"
            aria-label={say('sendThisNamed', { number: invoice.number })}
            onClick={() => setAsked(true)}
          >
            {say('sendThis')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={isAsked}
        title={say('sendThisTitle', { number: invoice.number })}
        confirmLabel={say('sendThisAct')}
        sending={loading}
        onConfirm={() => void sendIt()}
        onClose={close}
      >
        <SendConsequence connection={connection} />
      </ConfirmDialog>
    </>
  );
}

function SendConsequence({ connection }: Pick<ShownConnection, 'connection'>): ReactNode {
  const say = useWords();
  const { name, kind, system, environment, active } = connection;
  return (
    <>
      <p>
        {say(environment === 'PRODUCTION' ? 'sendThisReal' : 'sendThisWhere', {
          name,
          system: kind?.label ?? system,
          environment: say(`environment_${environment}`),
        })}
      </p>
      <p>{say('sendThisHere')}</p>
      <p>{say('sendThisThere')}</p>
      {!active && <p>{say('sendThisPaused')}</p>}
    </>
  );
}

/** As the dry run found it; once sent, asked for again until it has ended. */
const useDeliveryOf = (
  invoice: TriedInvoice['invoice'],
  connectionId: string,
  isSent: boolean,
): TriedInvoice['invoice']['deliveries'][number] | undefined => {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [hasEnded, setEnded] = useState(false);
  const { data } = useQuery(InvoiceDeliveriesDocument, {
    variables: { id: invoice.id, language },
    skip: !isSent,
    fetchPolicy: 'network-only',
    pollInterval: hasEnded ? 0 : OFTEN_MS,
  });
  const deliveries = data?.invoice?.deliveries ?? invoice.deliveries;
  const delivery = deliveries.find(({ connection }) => connection.id === connectionId);
  const ends = isSent && delivery !== undefined && isOver(delivery);
  if (ends !== hasEnded) setEnded(ends);
  return delivery;
};

const isOver = ({ state }: TriedInvoice['invoice']['deliveries'][number]): boolean =>
  state !== 'WAITING' && state !== 'SENDING';

/** What the page says of the connection follows at once. */
const useWhenEnded = (hasEnded: boolean, reload: () => void): void => {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    if (hasEnded) latest.current();
  }, [hasEnded]);
};
