import { useMutation } from '@apollo/client/react';
import { Decimal } from '@parvis/domain/amount/decimal';
import { Button } from '@parvis/ui/acts/button';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { signedDue } from '@parvis/web-kit/invoice/signed-due';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import { type InboxRowFragment, TakeInChargeDocument } from '../../gql/graphql.js';
import classes from './selection-bar.module.css';
import { useWords } from './words.js';

interface SelectionBarProps {
  readonly invoices: readonly InboxRowFragment[];
  readonly onDone: () => void;
}

/** How many are chosen and for how much, and the act for all of them. Each invoice gets its own answer. */
export function SelectionBar({ invoices, onDone }: SelectionBarProps): ReactNode {
  const say = useWords();
  const { money } = useDisplay();
  const language = useLanguage();
  const show = useToast();
  const [takeInCharge] = useMutation(TakeInChargeDocument);
  const [sending, setSending] = useState(false);
  if (invoices.length === 0) return null;

  const takeAll = async (): Promise<void> => {
    const open = invoices.filter(({ availableActions }) => availableActions.includes('TAKE_IN_CHARGE'));
    if (open.length === 0) {
      show({ tone: 'warning', message: say('nothingToTake') });
      return;
    }
    setSending(true);
    let taken = 0;
    for (const { id, number } of open) {
      const input = { invoiceId: id, language: language === 'fr' ? ('FR' as const) : ('EN' as const) };
      const answer = await takeInCharge({ variables: { input } }).catch(() => undefined);
      const outcome = answer?.data?.takeInvoiceInCharge;
      if (outcome?.__typename === 'InvoiceActedOn') taken += 1;
      else
        show({
          tone: 'danger',
          message: say('notTaken', { number, message: outcome?.message ?? say('unreachable') }),
        });
    }
    setSending(false);
    if (taken > 0) show({ message: say('taken', { count: taken }) });
    onDone();
  };

  return (
    <section className={classes.bar} aria-label={say('selection')}>
      <span role="status">
        {say('selected', { count: invoices.length, amount: totalOf(invoices, money) })}
      </span>
      <span className={classes.acts}>
        <Button variant="default" onClick={onDone}>
          {say('clearSelection')}
        </Button>
        <SubmitButton sending={sending} onClick={() => void takeAll()}>
          {say('takeInCharge')}
        </SubmitButton>
      </span>
    </section>
  );
}

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
