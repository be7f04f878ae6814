import { createHash } from 'node:crypto';
import type { DeliveryKey, ReceivedStatus } from '@parvis/application/accounting/accounting-connector';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import { startOfDay } from '@parvis/domain/time/paris';
import type { ConnectorNumbers } from '../connector-tools.js';
import { pesReference } from './deliver-pes.js';
import { batchesOf, ordersOf } from './number-order.js';
import type { PesSettings } from './pes-settings.js';
import { observationsInWords } from './pes-words.js';
import type { BatchAnswer, OrderAnswer, PesAnswer } from './read-answers.js';
import { openAgain, readSending, sendingsOf } from './sendings.js';

/** What an answer says, in the words and acts of our life cycle. */
type Told = Pick<ReceivedStatus, 'sourceCode' | 'actions'> & { readonly reason?: string };

/** A PES sent is a payment ordered; one that Hélios took is in the accountant's hands. */
const taken: readonly Action[] = ['orderPayment', 'handToAccountant'];

/** Orders of other software stand in the same files: what bears none of our numbers is left out. */
export const tellAnswers = async (
  answers: readonly PesAnswer[],
  receivedAt: Date,
  settings: PesSettings,
  numbers: ConnectorNumbers,
): Promise<readonly ReceivedStatus[]> => {
  const statuses: ReceivedStatus[] = [];
  for (const answer of answers) {
    const told = tell(answer);
    const place = told && (await placeOf(answer, settings, numbers));
    if (!told || !place) continue;
    if (isRefusal(answer)) await openAgain(numbers, settings, place.key, fingerprintOf(answer, receivedAt));
    statuses.push({
      ...told,
      key: place.key,
      reference: pesReference(settings, place),
      occurredAt: answer.day === undefined ? receivedAt : startOfDay(answer.day),
    });
  }
  return statuses;
};

/** Nothing of the order is in Hélios. A number it knows already is: that order may be ours. */
const isRefusal = (answer: PesAnswer): boolean =>
  (answer.kind === 'batch' && tellBatch(answer).sourceCode === 'ACQUIT refusé') ||
  (answer.kind === 'order' && answer.state === '04' && !answer.wasBooked);

/** When it came tells two refusals for the same reason apart; the same file read again came at the same time. */
const fingerprintOf = (answer: PesAnswer, receivedAt: Date): string =>
  createHash('sha256')
    .update(JSON.stringify([answer, receivedAt]))
    .digest('hex')
    .slice(0, 16);

const tell = (answer: PesAnswer): Told | undefined => {
  switch (answer.kind) {
    case 'batch':
      return tellBatch(answer);
    case 'attachment':
      return answer.accepted
        ? undefined
        : { sourceCode: 'ACQUIT pièce jointe refusée', actions: [], ...reasonOf(wordsOf(answer)) };
    case 'order':
      return tellOrder(answer);
  }
};

const wordsOf = ({ anomalies }: { readonly anomalies: BatchAnswer['anomalies'] }): string =>
  anomalies.map(({ words }) => words).join(' ; ');

/**
 * A number that Hélios knows already is mostly our own first sending, whose answer was lost. It may also be another
 * software's: no act follows from it, and what became of the order comes with the PES Retour.
 */
const tellBatch = (answer: BatchAnswer): Told => {
  if (answer.accepted) return { sourceCode: 'ACQUIT accepté', actions: taken };
  const isTwin =
    answer.anomalies.length > 0 && answer.anomalies.every(({ code }) => code.includes('DOUBLON'));
  return {
    sourceCode: isTwin ? 'ACQUIT doublon' : 'ACQUIT refusé',
    actions: [],
    ...reasonOf(wordsOf(answer)),
  };
};

/** Refused and held orders are the entity's business with its accountant: the supplier is told nothing of them. */
const tellOrder = (answer: OrderAnswer): Told => {
  switch (answer.state) {
    case '02':
      return { sourceCode: '02', actions: [...taken, 'book'], ...reasonOf(elsewhere(answer)) };
    case '05':
      return tellSettled(answer);
    default:
      return {
        sourceCode: answer.state,
        actions: [],
        ...reasonOf(
          [observationsInWords(answer.observations), answer.comment ?? '']
            .filter((text) => text !== '')
            .join(' : '),
        ),
      };
  }
};

/** Settled is not paid: only what went to the supplier counts, and only the whole of it. */
const tellSettled = (answer: OrderAnswer): Told => {
  const { total, paid, settledOtherwise } = answer;
  if (paid.isZero()) {
    const reason = settledOtherwise.isZero()
      ? ''
      : `${settledOtherwise.rounded()} € soldés sans virement au fournisseur`;
    return { sourceCode: '05 sans paiement', actions: [...taken, 'book'], ...reasonOf(reason) };
  }
  if (!total.isZero() && !paid.isLessThan(total)) {
    return { sourceCode: '05', actions: [...taken, 'book', 'startPayment'], ...reasonOf(elsewhere(answer)) };
  }
  return {
    sourceCode: '05 partiel',
    actions: [...taken, 'book'],
    reason: `${paid.rounded()} € payés sur ${total.rounded()} €`,
  };
};

const elsewhere = ({ goesElsewhere }: OrderAnswer): string =>
  goesElsewhere ? 'Créance cédée ou frappée d’opposition : tout ou partie est versé à un autre.' : '';

const reasonOf = (text: string): { readonly reason?: string } => (text === '' ? {} : { reason: text });

interface Place {
  readonly key: DeliveryKey;
  readonly exercise: number;
  readonly batch: number;
  readonly order: number;
}

const types = ['01', '02'] as const;

/** Whose answer it is. An acknowledgement names the batch alone: the type of batch follows from its number. */
const placeOf = async (
  answer: PesAnswer,
  settings: PesSettings,
  numbers: ConnectorNumbers,
): Promise<Place | undefined> => {
  if (answer.kind === 'attachment') return placeOfKey(answer.key, settings, numbers);
  const { siret, budget } = answer.budget;
  if ((siret ?? settings.siret) !== settings.siret || (budget ?? settings.budget) !== settings.budget)
    return undefined;
  for (const type of types) {
    const [given] = await numbers.after(batchesOf(settings, answer.exercise, type), answer.batch - 1, 1);
    if (given?.number !== answer.batch) continue;
    const place = await placeIn(given.key, { exercise: answer.exercise, type }, settings, numbers);
    if (place && (answer.kind === 'batch' || answer.order === place.order)) return place;
  }
  return undefined;
};

/** The file's own record tells the year of the order; its batch, the type. */
export const placeOfKey = async (
  key: DeliveryKey,
  settings: PesSettings,
  numbers: ConnectorNumbers,
): Promise<Place | undefined> => {
  const file = await numbers.find(sendingsOf(settings), key);
  const sending = readSending(file?.note);
  if (!sending) return undefined;
  for (const type of types) {
    const place = await placeIn(key, { exercise: sending.exercise, type }, settings, numbers);
    if (place) return place;
  }
  return undefined;
};

const placeIn = async (
  key: DeliveryKey,
  { exercise, type }: { readonly exercise: number; readonly type: (typeof types)[number] },
  settings: PesSettings,
  numbers: ConnectorNumbers,
): Promise<Place | undefined> => {
  const batch = await numbers.find(batchesOf(settings, exercise, type), key);
  const order = await numbers.find(ordersOf(settings, exercise, type), key);
  return batch && order ? { key, exercise, batch: batch.number, order: order.number } : undefined;
};
