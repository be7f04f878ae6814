import type { DeliveryKey, ReceivedStatus } from '@parvis/application/accounting/accounting-connector';
import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import type { ReceivedMessage } from '@parvis/connector-kit/connector-tools';
import { parseJson } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import type { Action } from '@parvis/domain/life-cycle/transitions';
import { z } from 'zod';

interface Meaning extends StatusWord {
  readonly actions: readonly Action[];
}

/** The words in which a receiver tells where an invoice stands. One that is not here is kept, and moves nothing. */
const meanings: readonly Meaning[] = [
  {
    word: 'taken_over',
    actions: ['takeInCharge'],
    meaning: say('La facture devient « Prise en charge ».', 'The invoice becomes "taken in charge".'),
  },
  {
    word: 'service_done',
    actions: ['approve'],
    meaning: say('La facture devient « Service fait ».', 'The invoice becomes "service confirmed".'),
  },
  {
    word: 'payment_ordered',
    actions: ['orderPayment'],
    meaning: say(
      'La facture devient « Mandatée », avec le numéro de mandat s’il est donné.',
      'The invoice becomes "payment ordered", with the order’s number where one is given.',
    ),
  },
  {
    word: 'handed_to_accountant',
    actions: ['handToAccountant'],
    meaning: say(
      'La facture devient « Mise à disposition du comptable ».',
      'The invoice becomes "handed to the accountant".',
    ),
  },
  {
    word: 'booked',
    actions: ['book'],
    meaning: say('La facture devient « Comptabilisée ».', 'The invoice becomes "booked".'),
  },
  {
    word: 'paid',
    // Paid without a word of the steps before: they are part of it, where they are still open.
    actions: ['book', 'startPayment'],
    meaning: say('La facture devient « Mise en paiement ».', 'The invoice becomes "in payment".'),
  },
  {
    word: 'payment_returned',
    actions: ['returnPayment'],
    meaning: say(
      'Le virement est revenu : la facture redevient « Comptabilisée ».',
      'The transfer came back: the invoice is "booked" again.',
    ),
  },
  {
    word: 'rejected',
    actions: ['refuse'],
    meaning: say(
      'La facture est refusée avec votre motif si le raccordement est réglé ainsi ; sinon, quelqu’un décide.',
      'The invoice is refused with your reason where the connection is set so; otherwise somebody decides.',
    ),
  },
  {
    word: 'suspended',
    actions: ['suspend'],
    meaning: say(
      'Le mot est affiché, et quelqu’un décide : suspendre arrête le délai légal de paiement.',
      'The word is shown, and somebody decides: suspending stops the legal period of payment.',
    ),
  },
  {
    word: 'cancelled_after_booking',
    actions: [],
    meaning: say(
      'Rien ne change : quelqu’un décide ici de ce qu’il advient de la facture.',
      'Nothing changes: somebody decides here what becomes of the invoice.',
    ),
  },
  {
    word: 'partly_paid',
    actions: [],
    meaning: say('Rien ne change ; le mot est affiché.', 'Nothing changes; the word is shown.'),
  },
  {
    word: 'order_refused',
    actions: [],
    meaning: say(
      'Rien ne change pour le fournisseur ; l’entité voit le mot et le motif.',
      'Nothing changes for the supplier; the entity sees the word and the reason.',
    ),
  },
  {
    word: 'order_on_hold',
    actions: [],
    meaning: say(
      'Rien ne change pour le fournisseur ; l’entité voit le mot et le motif.',
      'Nothing changes for the supplier; the entity sees the word and the reason.',
    ),
  },
];

export const statusWords: readonly StatusWord[] = meanings.map(({ word, meaning }) => ({ word, meaning }));

const name = z.string().trim().min(1).max(200);

const status = z
  .object({
    /** The key of the event that brought the invoice. */
    key: name.optional(),
    /** The receiver's own identifier, as it answered. */
    id: name.optional(),
    status: name,
    occurredAt: z.iso.datetime({ offset: true }),
    number: name.optional(),
    reason: z.string().max(2000).optional(),
  })
  .refine(({ key, id }) => key !== undefined || id !== undefined, 'neither key nor id');

/** One status, or several of one moment. */
const message = z.union([status.transform((one) => [one]), z.array(status).min(1).max(500)]);

export type Decoded =
  | { readonly kind: 'statuses'; readonly statuses: readonly ReceivedStatus[] }
  /** Kept, and passed over: what nobody understands must not hold up what comes after. */
  | { readonly kind: 'notUnderstood'; readonly why: string };

export const decodeMessage = ({ bytes }: Pick<ReceivedMessage, 'bytes'>): Decoded => {
  const parsed = message.safeParse(parseJson(bytes));
  if (parsed.success) return { kind: 'statuses', statuses: parsed.data.map(toReceived) };
  const [issue] = parsed.error.issues;
  return { kind: 'notUnderstood', why: `${issue?.path.join('.') || 'message'}: ${issue?.message ?? ''}` };
};

const toReceived = ({ key, id, status: word, ...told }: z.infer<typeof status>): ReceivedStatus => ({
  reference: { id: id ?? key ?? '', ...(told.number === undefined ? {} : { number: told.number }) },
  ...(key === undefined ? {} : { key: key as DeliveryKey }),
  sourceCode: word,
  actions: meanings.find((known) => known.word === word)?.actions ?? [],
  occurredAt: new Date(told.occurredAt),
  ...(told.reason ? { reason: told.reason } : {}),
});
