import type {
  DeliveryKey,
  DeliveryOutcome,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import type { Clock, MarkPoint } from '@parvis/application/ports/platform';
import { NoAnswer } from '@parvis/connector-kit/exchange';
import { asOutcome, Refused } from '@parvis/connector-kit/failures';
import { differencesFrom, type PlainTotals, plainBill } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { deliveredEvent, fileEvent, withdrawnEvent } from './encode-event.js';
import { type EventAnswer, type ReceiverClient, referenceOf, type Told } from './receiver-client.js';

export interface EventDelivery {
  readonly client: ReceiverClient;
  /** The same with more patience: files take their time. */
  readonly fileClient: ReceiverClient;
  readonly readBackUrl: string | undefined;
  readonly now: Clock;
  readonly mark: MarkPoint;
}

/**
 * Looks where it can, posts, compares, then posts the files. Everything bears an id that stays the same over tries, and
 * it is the receiver's duty to do nothing for one that it knows.
 */
export const deliverEvent = (
  parts: EventDelivery,
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
): Promise<DeliveryOutcome> =>
  asOutcome(async () => {
    const known = await lookUp(parts, key);
    const answer: EventAnswer = known
      ? { kind: 'known', told: known }
      : await postOrFind(parts, envelope, key);
    if (answer.kind === 'done') parts.mark('deliver.createdThere');
    const stored = await asStored(parts, key, answer.told);
    await compare(parts, { envelope, key }, stored, answer.kind);
    await attach(parts, { envelope, key }, stored);
    parts.mark('deliver.attachedThere');
    return {
      kind: answer.kind === 'done' ? 'accepted' : 'alreadyKnown',
      reference: referenceOf(stored, key),
    };
  });

const lookUp = async ({ client, readBackUrl }: EventDelivery, key: string): Promise<Told | undefined> =>
  readBackUrl === undefined ? undefined : client.lookUp(readBackUrl, key);

/** No answer, or one of somebody else, does not mean that nothing was done. */
const postOrFind = async (
  parts: EventDelivery,
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
): Promise<EventAnswer> => {
  try {
    return await parts.client.post(deliveredEvent(envelope, key, parts.now()));
  } catch (failure) {
    if (!mayBeDone(failure)) throw failure;
    const found = await lookUp(parts, key);
    if (!found) throw failure;
    return { kind: 'done', told: found };
  }
};

const mayBeDone = (failure: unknown): boolean =>
  failure instanceof NoAnswer || (failure instanceof Refused && failure.code === 'answer-not-understood');

/** What the answer left out is read where it can be read. */
const asStored = async (parts: EventDelivery, key: string, answered: Told): Promise<Told> => {
  if (answered.totals && answered.files) return answered;
  const found = await lookUp(parts, key);
  return found ? { ...answered, ...found } : answered;
};

interface Delivered {
  readonly envelope: InvoiceEnvelope;
  readonly key: DeliveryKey;
}

const compare = async (
  { client, now }: EventDelivery,
  { envelope, key }: Delivered,
  { totals }: Told,
  kind: EventAnswer['kind'],
): Promise<void> => {
  if (!totals) return;
  const bill = plainBill(envelope.invoice, 2);
  const differences = differencesFrom(bill.totals, shownTotals(totals, bill.isCreditNote));
  if (differences.length === 0) return;
  const why = joined(differences);
  // A wrong amount in somebody's books is worse than a late one: what we have just brought is taken back.
  if (kind === 'done') await client.post(withdrawnEvent(envelope, key, why.fr, now()));
  throw new Refused('amount-differs', why);
};

/** We send a credit note's amounts above zero; some store it below. */
const shownTotals = (totals: NonNullable<Told['totals']>, isCreditNote: boolean): PlainTotals => {
  const net = Decimal.of(totals.net);
  const vat = Decimal.of(totals.vat);
  const gross = Decimal.of(totals.gross);
  const isBelowZero = isCreditNote && gross.compare(Decimal.zero) < 0;
  return isBelowZero
    ? { net: net.negated(), vat: vat.negated(), gross: gross.negated() }
    : { net, vat, gross };
};

const joined = (sentences: readonly Bilingual[]): Bilingual =>
  say(sentences.map(({ fr }) => fr).join(' '), sentences.map(({ en }) => en).join(' '));

const attach = async (
  { fileClient, now }: EventDelivery,
  { envelope, key }: Delivered,
  { files = [] }: Told,
): Promise<void> => {
  for (const file of envelope.files)
    if (!files.includes(file.sha256)) await fileClient.post(fileEvent(envelope, key, file, now()));
};
