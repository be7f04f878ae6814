import type {
  DeliveryKey,
  DeliveryOutcome,
  EnvelopeFile,
  ExternalReference,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import type { MarkPoint } from '@parvis/application/ports/platform';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { NoAnswer } from './exchange.js';
import { asOutcome, NotNow, Refused } from './failures.js';

/** A bill as the accounting system holds it. */
export interface BillThere {
  readonly reference: ExternalReference;
  /** Nobody has touched it: it may be taken back. */
  readonly isDraft: boolean;
}

/** `ours`: an earlier revision of the invoice. Otherwise a person typed it in. */
export type OtherBill = BillThere & { readonly ours: boolean };

/** What delivering exactly once needs of an accounting system. Every method throws `Refused`, `NotNow` or `NoAnswer`. */
export interface BillBook {
  /** Every bill under this key, cancelled ones too, the oldest first. */
  findByKey(key: DeliveryKey): Promise<readonly BillThere[]>;
  /** The bills of this supplier with this number under another key or none, cancelled ones left out. */
  findOthers(envelope: InvoiceEnvelope, key: DeliveryKey): Promise<readonly OtherBill[]>;
  create(envelope: InvoiceEnvelope, key: DeliveryKey): Promise<BillThere>;
  /** Takes back a draft of ours; quietly when it is gone already. */
  remove(bill: BillThere): Promise<void>;
  /** What differs between the bill as sent and as it stands there, in words; empty when they agree to the cent. */
  differences(envelope: InvoiceEnvelope, bill: BillThere): Promise<readonly Bilingual[]>;
  /** Adds the files that are not there yet, told by their content. */
  attach(bill: BillThere, files: readonly EnvelopeFile[]): Promise<void>;
}

/**
 * Looks, creates, looks again: whatever died or was asked twice before, one bill remains, with its files once. The
 * order matters: an answer may be lost after the bill was made, and two processes may have looked at the same moment.
 */
export const deliverOnce = (
  book: BillBook,
  delivery: { readonly envelope: InvoiceEnvelope; readonly key: DeliveryKey },
  mark: MarkPoint,
): Promise<DeliveryOutcome> =>
  asOutcome(async () => {
    const { key } = delivery;
    const [known] = await book.findByKey(key);
    if (known) return finish(book, delivery, { kind: 'alreadyKnown', bill: known }, mark);

    await makeRoom(book, delivery);
    const created = await createOrFind(book, delivery);
    mark('deliver.createdThere');
    return finish(book, delivery, { kind: 'accepted', bill: created }, mark);
  });

interface Delivery {
  readonly envelope: InvoiceEnvelope;
  readonly key: DeliveryKey;
}

/** The same invoice may stand there already: a draft of an earlier revision gives way, anything else is for a person. */
const makeRoom = async (book: BillBook, { envelope, key }: Delivery): Promise<void> => {
  for (const bill of await book.findOthers(envelope, key)) {
    if (!bill.ours || !bill.isDraft) throw typedInByHand(envelope, bill);
    await book.remove(bill);
  }
};

/** No answer does not mean no bill. */
const createOrFind = async (book: BillBook, { envelope, key }: Delivery): Promise<BillThere> => {
  try {
    await book.create(envelope, key);
  } catch (error) {
    if (!(error instanceof NoAnswer || isNotUnderstood(error))) throw error;
    const made = await book.findByKey(key);
    if (made.length === 0) throw error;
  }
  return keepOne(book, key);
};

/** Of twins, the one somebody has begun to work on stays, or else the oldest; drafts beside it are ours to remove. */
const keepOne = async (book: BillBook, key: DeliveryKey): Promise<BillThere> => {
  const bills = await book.findByKey(key);
  const kept = bills.find(({ isDraft }) => !isDraft) ?? bills[0];
  if (!kept) throw new NotNow(vanished);
  for (const bill of bills) if (bill !== kept && bill.isDraft) await book.remove(bill);
  return kept;
};

const finish = async (
  book: BillBook,
  { envelope, key }: Delivery,
  { kind, bill }: { readonly kind: 'accepted' | 'alreadyKnown'; readonly bill: BillThere },
  mark: MarkPoint,
): Promise<DeliveryOutcome> => {
  const kept = kind === 'alreadyKnown' ? await keepOne(book, key) : bill;
  const differences = await book.differences(envelope, kept);
  if (differences.length > 0) {
    // A wrong amount in somebody's books is worse than a late one: nothing of it stays.
    if (kind === 'accepted' && kept.isDraft) await book.remove(kept);
    throw new Refused('amount-differs', joined(differences));
  }
  await book.attach(kept, envelope.files);
  mark('deliver.attachedThere');
  return { kind, reference: kept.reference };
};

const isNotUnderstood = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'answer-not-understood';

const vanished = say(
  'La facture vient d’être créée et ne se retrouve pas ; nouvel essai prévu.',
  'The bill has just been made and cannot be found; another try is planned.',
);

const joined = (sentences: readonly Bilingual[]): Bilingual =>
  say(sentences.map(({ fr }) => fr).join(' '), sentences.map(({ en }) => en).join(' '));

const typedInByHand = ({ invoice }: InvoiceEnvelope, { reference }: BillThere): Refused => {
  const number = invoice.number ?? '';
  return new Refused(
    'typed-in-by-hand',
    say(
      `La facture ${number} de ce fournisseur est déjà dans les livres (${reference.number ?? `n° ${reference.id}`}). ` +
        'Supprimez cette saisie ou refusez la facture, puis renvoyez la facture.',
      `Invoice ${number} of this supplier is in the books already (${reference.number ?? `no. ${reference.id}`}). ` +
        'Delete that entry or refuse the invoice, then send again.',
    ),
  );
};
