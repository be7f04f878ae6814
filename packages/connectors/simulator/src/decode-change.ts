import type { DeliveryKey, ReceivedStatus } from '@parvis/application/accounting/accounting-connector';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import type { ChangeAnswer } from './wire.js';

/** What the simulator's words mean to us. A word that is not here is kept, and means nothing. */
const meanings = new Map<string, (change: ChangeAnswer) => readonly Action[]>([
  ['validated', () => ['approve']],
  ['posted', () => ['orderPayment']],
  ['booked', () => ['book']],
  // Paid without having been booked: the step between is part of it.
  ['paid', (change) => (happened(change, 'booked') ? ['startPayment'] : ['book', 'startPayment'])],
  ['returned', () => ['returnPayment']],
  // A bill with a number stands in the books: undoing that is a person's decision here too.
  ['cancelled', ({ number }) => (number ? [] : ['refuse'])],
]);

/** A draft is the bill as we brought it: there is nothing to tell. */
export const isNews = ({ word }: ChangeAnswer): boolean => word !== 'draft';

export const decodeChange = (change: ChangeAnswer): ReceivedStatus => ({
  reference: { id: String(change.billId), ...(change.number ? { number: change.number } : {}) },
  key: change.key as DeliveryKey,
  sourceCode: change.word,
  actions: meanings.get(change.word)?.(change) ?? [],
  occurredAt: new Date(change.at),
  ...(change.reason ? { reason: change.reason } : {}),
});

const happened = ({ history }: ChangeAnswer, word: string): boolean =>
  history.some((event) => event.word === word);
