import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import classes from './invoice.module.css';
import { daysSince, expectedPayment, whereItIs } from './where-it-is.js';
import { useWords } from './words.js';

/** The answer one comes for, first and in words: who has it, since when, and when the money should come. */
export function WhereSentence({ invoice }: { readonly invoice: InvoicePageFragment }): ReactNode {
  const say = useWords();
  const { day, instant, money } = useDisplay();
  const { recipient, serviceName, status, statusSince, clock, due, currency, engagementNumber } = invoice;
  const days = daysSince(statusSince, new Date());
  const payment = expectedPayment(invoice);
  return (
    <>
      <p className={classes.where}>
        {say(`where_${whereItIs(status)}`, {
          recipient: serviceName ? `${recipient.name} (${serviceName})` : recipient.name,
          when: instant(statusSince),
          since: days === 0 ? say('sinceToday') : say('since', { count: days }),
        })}{' '}
        {status === 'SUSPENDED' && clock?.running === false && say('paused')}
        {payment && <strong>{say(payment.kind, { day: day(payment.day) })}</strong>}
      </p>
      <p className={classes.faint}>
        {say(amountText(invoice), {
          amount: money(due, currency),
          engagement: engagementNumber ?? '',
        })}
      </p>
    </>
  );
}

const amountText = ({ status, engagementNumber }: InvoicePageFragment) => {
  if (whereItIs(status) === 'paid') return 'amountPaid';
  return engagementNumber ? 'amountEngagement' : 'amount';
};
