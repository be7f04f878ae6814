import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import classes from './invoice.module.css';
import { daysSince, expectedPayment, whereItIs } from './where-it-is.js';
import { useWords } from './words.js';

/** The answer one comes for, first and in words: who has it, since when, and when the money should come. */
export function WhereSentence({ invoice }: { readonly invoice: InvoicePageFragment }): ReactNode {
  const say = useWords();
  const { day } = useDisplay();
  const { recipient, serviceName, status, statusSince } = invoice;
  const days = daysSince(statusSince, new Date());
  const payment = expectedPayment(invoice);
  return (
    <p className={classes.where}>
      {say(`where_${whereItIs(status)}`, {
        recipient: serviceName ? `${recipient.name} (${serviceName})` : recipient.name,
        since: days === 0 ? say('sinceToday') : say('since', { count: days }),
      })}{' '}
      {payment && <strong>{say(payment.kind, { day: day(payment.day) })}</strong>}
    </p>
  );
}
