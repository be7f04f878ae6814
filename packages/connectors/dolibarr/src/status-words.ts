import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { say } from '@parvis/domain/display/language';

/** The words by which Dolibarr's API filters bills, for the numbers it tells. */
const words: Readonly<Record<string, string>> = { 0: 'draft', 1: 'unpaid', 2: 'paid', 3: 'cancelled' };

export const statusWord = (status: string): string => words[status] ?? status;

export const statusWords: readonly StatusWord[] = [
  {
    word: 'draft',
    meaning: say(
      'Repassée en brouillon après validation : rien ne change pour le fournisseur.',
      'Set back to draft after it was validated: nothing changes for the supplier.',
    ),
  },
  { word: 'unpaid', meaning: say('Validée : « Mandatée ».', 'Validated: "Payment ordered".') },
  {
    word: 'started',
    meaning: say(
      'Payée en partie : rien ne change avant le paiement complet.',
      'Partly paid: nothing changes before it is paid in full.',
    ),
  },
  {
    word: 'paid',
    meaning: say(
      'Classée payée : « Comptabilisée », puis « Mise en paiement ».',
      'Classified as paid: "Booked", then "In payment".',
    ),
  },
  {
    word: 'BILL_SUPPLIER_UNPAYED',
    meaning: say('Rouverte : le paiement est revenu.', 'Reopened: the payment came back.'),
  },
  {
    word: 'cancelled',
    meaning: say(
      'Abandonnée : refusée avec la note de clôture pour motif si elle n’a jamais eu de numéro ; sinon une personne décide.',
      'Abandoned: refused with the closing note as reason if it never had a number; otherwise a person decides.',
    ),
  },
];
