import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { say } from '@parvis/domain/display/language';

/** What each word of the simulator does to the invoice; the acts themselves stand in `decode-change.ts`. */
export const statusWords: readonly StatusWord[] = [
  { word: 'validated', meaning: say('Service fait', 'Service confirmed') },
  {
    word: 'posted',
    meaning: say('Mandatée, avec le numéro de mandat', 'Payment ordered, with its number'),
  },
  { word: 'booked', meaning: say('Comptabilisée', 'Booked') },
  { word: 'paid', meaning: say('Mise en paiement', 'Payment sent') },
  {
    word: 'returned',
    meaning: say(
      'Le paiement est revenu : la facture redevient comptabilisée',
      'The payment came back: the invoice is booked again',
    ),
  },
  {
    word: 'cancelled',
    meaning: say(
      'Refusée avec le motif si elle n’a pas de numéro ; sinon, quelqu’un décide',
      'Refused with the reason where it has no number; otherwise somebody decides',
    ),
  },
];
