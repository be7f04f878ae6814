import { useMutation } from '@apollo/client/react';
import { ActBar } from '@parvis/ui/acts/act-bar';
import { Notice } from '@parvis/ui/display/notice';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { useToast } from '@parvis/ui/toast/toasts';
import { useStatusWords } from '@parvis/web-kit/invoice/status-words';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useRef, useState } from 'react';
import {
  ApproveInvoiceDocument,
  type BuyerInvoiceFragment,
  TakeInvoiceInChargeDocument,
} from '../../gql/graphql.js';
import { useMayAct } from '../../rows/may-act.js';
import { type ActWithReason, ReasonDialog } from './reason-dialog.js';
import { useWords } from './words.js';

/** The acts of the buyer, the likely one first. The gateway says which are open; the page never works it out again. */
const order = ['APPROVE', 'TAKE_IN_CHARGE', 'SUSPEND', 'REFUSE'] as const;

const weights = {
  APPROVE: 'main',
  TAKE_IN_CHARGE: 'ordinary',
  SUSPEND: 'ordinary',
  REFUSE: 'destructive',
} as const;

export function InvoiceActs({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  return useMayAct() ? <OpenActs invoice={invoice} /> : <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>;
}

function OpenActs({ invoice }: { readonly invoice: BuyerInvoiceFragment }): ReactNode {
  const say = useWords();
  const status = useStatusWords();
  const { act, refusal, clear } = usePlainActs(invoice);
  const [asking, setAsking] = useState<ActWithReason>();
  const open = order.filter((action) => invoice.availableActions.includes(action));
  return (
    <>
      {refusal && (
        <Notice tone="danger" title={refusal.message} live onClose={clear}>
          {refusal.nextStep}
        </Notice>
      )}
      <ActBar
        label={say('acts')}
        none={say('noAct', { status: status(invoice.status) })}
        acts={open.map((action) => ({
          key: action,
          label: say(`act_${action}`),
          consequence: say(`next_${action}`),
          weight: weights[action],
          onAct: () => (action === 'SUSPEND' || action === 'REFUSE' ? setAsking(action) : void act(action)),
        }))}
      />
      {asking && <ReasonDialog action={asking} invoice={invoice} onClose={() => setAsking(undefined)} />}
    </>
  );
}

interface Refusal {
  readonly message: string;
  readonly nextStep: string | undefined;
}

/** The acts that need no reason. */
const usePlainActs = (invoice: BuyerInvoiceFragment) => {
  const say = useWords();
  const show = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [approve] = useMutation(ApproveInvoiceDocument);
  const [take] = useMutation(TakeInvoiceInChargeDocument);
  const [refusal, setRefusal] = useState<Refusal>();

  // A second click while the first is on its way would only earn a refusal.
  const acting = useRef(false);
  const act = async (action: 'APPROVE' | 'TAKE_IN_CHARGE'): Promise<void> => {
    if (acting.current) return;
    acting.current = true;
    setRefusal(undefined);
    const input = { invoiceId: invoice.id, expectedSequence: invoice.sequence, language } as const;
    const variables = { input, language } as const;
    const outcome =
      action === 'APPROVE'
        ? (await approve({ variables }).catch(() => undefined))?.data?.approveInvoice
        : (await take({ variables }).catch(() => undefined))?.data?.takeInvoiceInCharge;
    acting.current = false;
    if (outcome?.__typename === 'InvoiceActedOn') show({ message: say(`done_${action}`) });
    else setRefusal({ message: outcome?.message ?? say('failed'), nextStep: outcome?.nextStep });
  };
  return { act, refusal, clear: () => setRefusal(undefined) };
};
