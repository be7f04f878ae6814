import type {
  DeliveryKey,
  ReceivedStatus,
  StatusCursor,
  StatusPage,
} from '@parvis/application/accounting/accounting-connector';
import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { say } from '@parvis/domain/display/language';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { Client } from './client.js';
import { type Change, changes } from './wire.js';

/** The system's words and the acts each stands for. A word that is not here is kept, shown, and does nothing. */
const acts: Readonly<Record<string, (change: Change) => readonly Action[]>> = {
  validated: () => ['approve'],
  posted: () => ['orderPayment'],
  booked: () => ['book'],
  // Paid without having been booked: the step between is part of it.
  paid: ({ history }) =>
    history.some(({ word }) => word === 'booked') ? ['startPayment'] : ['book', 'startPayment'],
  returned: () => ['returnPayment'],
  // With a number the bill stands in the books: to undo that is a person's decision.
  cancelled: ({ number }) => (number ? [] : ['refuse']),
};

/** The same, for the people who set the connection up. */
export const statusWords: readonly StatusWord[] = [
  { word: 'validated', meaning: say('Service fait', 'Service confirmed') },
  { word: 'posted', meaning: say('Mandatée', 'Payment ordered') },
  { word: 'booked', meaning: say('Comptabilisée', 'Booked') },
  { word: 'paid', meaning: say('Mise en paiement', 'Payment sent') },
  { word: 'returned', meaning: say('Le paiement est revenu', 'The payment came back') },
  {
    word: 'cancelled',
    meaning: say('Refusée, ou à décider si elle a un numéro', 'Refused, or to be decided once numbered'),
  },
];

/**
 * What changed after the cursor. The cursor must never skip a row that commits late: this system counts its changes one
 * by one. Where yours only has a time of change, ask again from a few minutes before (`whole-seconds.ts` in the kit).
 */
export const readNews = async (
  ask: Client,
  cursor: StatusCursor | null,
  pageSize: number,
): Promise<StatusPage> => {
  const query = { after: cursor && /^\d+$/.test(cursor) ? cursor : '0', limit: String(pageSize) };
  const page = await ask({ what: 'news', path: 'changes', query }, changes);
  return {
    kind: 'page',
    // A draft is the bill as it was brought: nothing to tell.
    statuses: page.changes.filter(({ word }) => word !== 'draft').map(toStatus),
    next: String(page.next),
    more: page.more,
  };
};

const toStatus = (change: Change): ReceivedStatus => ({
  reference: { id: String(change.billId), ...(change.number ? { number: change.number } : {}) },
  key: change.key as DeliveryKey,
  sourceCode: change.word,
  actions: acts[change.word]?.(change) ?? [],
  occurredAt: new Date(change.at),
  ...(change.reason ? { reason: change.reason } : {}),
});
