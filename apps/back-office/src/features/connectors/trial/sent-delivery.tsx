import { StatusChip } from '@parvis/ui/display/status-chip';
import { Link } from '@parvis/ui/link/link';
import type { ReactNode } from 'react';
import { paths } from '../../../paths.js';
import { writeDeliveriesView } from '../connection/deliveries-view.js';
import { deliveryTones } from '../connection/delivery-tones.js';
import { useWords } from '../words.js';
import classes from './trial.module.css';
import type { TriedInvoice } from './tried-invoice.js';

interface SentDeliveryProps {
  readonly delivery: TriedInvoice['invoice']['deliveries'][number];
  readonly invoice: TriedInvoice['invoice'];
  readonly isPaused: boolean;
}

/** Where what was sent stands, in a line, and the way to the rest. */
export function SentDelivery({ delivery, invoice, isPaused }: SentDeliveryProps): ReactNode {
  const say = useWords();
  const { state, remoteId, remoteNumber, remoteStatus, problem, nextStep, connection } = delivery;
  const href =
    paths.connector(connection.id) + writeDeliveriesView({ etat: 'all', q: '', facture: invoice.id });
  return (
    <div className={classes.sent}>
      <div role="status" className={classes.sentWords}>
        <StatusChip tone={deliveryTones[state]}>{say(`state_${state}`)}</StatusChip>
        {remoteId && <span>{remoteNumber ?? say('unnumbered', { id: remoteId })}</span>}
        {remoteStatus && <span>{say('theirWord', { status: remoteStatus })}</span>}
        {state === 'WAITING' && isPaused && <span>{say('sendThisPaused')}</span>}
        {problem && <span>{[problem, nextStep].filter(Boolean).join(' ')}</span>}
      </div>
      <Link href={href} className={classes.seeDelivery}>
        {say('seeDelivery', { number: invoice.number })}
      </Link>
    </div>
  );
}
