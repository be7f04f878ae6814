import { useMutation } from '@apollo/client/react';
import { Decimal } from '@parvis/domain/amount/decimal';
import { Button } from '@parvis/ui/acts/button';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { signedDue } from '@parvis/web-kit/invoice/signed-due';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import { CertifyServiceDocument, type InboxRowFragment, TakeInChargeDocument } from '../../gql/graphql.js';
import classes from './selection-bar.module.css';
import { useWords } from './words.js';

interface SelectionBarProps {
  readonly invoices: readonly InboxRowFragment[];
  readonly onDone: () => void;
}

type BulkAct = 'APPROVE' | 'TAKE_IN_CHARGE';

/** How many are chosen and for how much, and the acts for all of them. Each invoice gets its own answer. */
export function SelectionBar({ invoices, onDone }: SelectionBarProps): ReactNode {
  const say = useWords();
  const { money } = useDisplay();
  const show = useToast();
  const act = useBulkAct();
  const [sending, setSending] = useState<BulkAct>();
  if (invoices.length === 0) return null;

  const actOnAll = async (name: BulkAct): Promise<void> => {
    const open = invoices.filter(({ availableActions }) => availableActions.includes(name));
    if (open.length === 0) {
      show({ tone: 'warning', message: say(`nothing_${name}`) });
      return;
    }
    setSending(name);
    let done = 0;
    for (const { id, number } of open) {
      const problem = await act(name, id);
      if (problem === undefined) done += 1;
      else show({ tone: 'danger', message: say('notDone', { number, message: problem }) });
    }
    setSending(undefined);
    if (done > 0) show({ message: say(`done_${name}`, { count: done }) });
    onDone();
  };

  return (
    <section className={classes.bar} aria-label={say('selection')}>
      <span role="status">
        {say('selected', { count: invoices.length, amount: totalOf(invoices, money) })}
      </span>
      <span className={classes.acts}>
        <Button size="md" variant="default" onClick={onDone}>
          {say('clearSelection')}
        </Button>
        <Button
          size="md"
          variant="default"
          disabled={sending !== undefined}
          onClick={() => void actOnAll('TAKE_IN_CHARGE')}
        >
          {say('takeInCharge')}
        </Button>
        <SubmitButton sending={sending === 'APPROVE'} onClick={() => void actOnAll('APPROVE')}>
          {say('certify')}
        </SubmitButton>
      </span>
    </section>
  );
}

/** Acts on one invoice; resolves to what stood in the way, in words, or to undefined. */
const useBulkAct = (): ((name: BulkAct, invoiceId: string) => Promise<string | undefined>) => {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [takeInCharge] = useMutation(TakeInChargeDocument);
  const [certify] = useMutation(CertifyServiceDocument);
  return async (name, invoiceId) => {
    const variables = { input: { invoiceId, language } } as const;
    const outcome =
      name === 'APPROVE'
        ? (await certify({ variables }).catch(() => undefined))?.data?.approveInvoice
        : (await takeInCharge({ variables }).catch(() => undefined))?.data?.takeInvoiceInCharge;
    return outcome?.__typename === 'InvoiceActedOn' ? undefined : (outcome?.message ?? say('unreachable'));
  };
};

/** One sum for each currency. */
const totalOf = (
  invoices: readonly InboxRowFragment[],
  money: (amount: string, currency: string) => string,
): string =>
  [...new Set(invoices.map(({ currency }) => currency))]
    .map((currency) => {
      const held = invoices.filter((invoice) => invoice.currency === currency);
      return money(Decimal.sum(held.map((invoice) => Decimal.of(signedDue(invoice)))).toString(), currency);
    })
    .join(' + ');
