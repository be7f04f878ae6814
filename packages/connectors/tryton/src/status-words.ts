import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { say } from '@parvis/domain/display/language';

/** What each word of Tryton does to the invoice; the acts themselves stand in `news/decode-bill.ts`. */
export const statusWords: readonly StatusWord[] = [
  {
    word: 'draft',
    meaning: say(
      'Reprise en brouillon par le comptable : rien ne change',
      'Taken back to draft by the accountant: nothing changes',
    ),
  },
  { word: 'validated', meaning: say('Service fait', 'Service confirmed') },
  {
    word: 'posted',
    meaning: say('Mandatée, avec le numéro de la facture', 'Payment ordered, with the bill’s number'),
  },
  { word: 'payment approved', meaning: say('Transmise au comptable', 'Handed to the accountant') },
  { word: 'payment processing', meaning: say('Comptabilisée', 'Booked') },
  {
    word: 'payment failed',
    meaning: say(
      'Le paiement est revenu : la facture redevient comptabilisée',
      'The payment came back: the invoice is booked again',
    ),
  },
  { word: 'paid', meaning: say('Mise en paiement', 'Payment sent') },
  {
    word: 'cancelled',
    meaning: say(
      'Refusée, avec la dernière note pour motif, si elle n’a pas de numéro ; sinon, quelqu’un décide',
      'Refused, with the last note as the reason, where it has no number; otherwise somebody decides',
    ),
  },
];
