import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { say } from '@parvis/domain/display/language';

/** Odoo's two words for a bill, `state` and `payment_state`, as one list. */
export const statusWords: readonly StatusWord[] = [
  {
    word: 'draft',
    meaning: say(
      'Repassée en brouillon après comptabilisation : rien ne change pour le fournisseur.',
      'Set back to draft after it was posted: nothing changes for the supplier.',
    ),
  },
  { word: 'posted', meaning: say('Comptabilisée : « Mandatée ».', 'Posted: "Payment ordered".') },
  {
    word: 'not_paid',
    meaning: say(
      'Le paiement est revenu : la facture n’est plus « Mise en paiement ».',
      'The payment came back: the invoice is no longer "In payment".',
    ),
  },
  {
    word: 'partial',
    meaning: say(
      'Payée en partie : rien ne change avant le paiement complet.',
      'Partly paid: nothing changes before it is paid in full.',
    ),
  },
  {
    word: 'in_payment',
    meaning: say(
      'Règlement enregistré, pas encore vu en banque : « Comptabilisée ».',
      'Payment recorded, not yet seen at the bank: "Booked".',
    ),
  },
  {
    word: 'blocked',
    meaning: say(
      'Paiement bloqué dans Odoo : rien ne change avant qu’il soit levé.',
      'Payment blocked in Odoo: nothing changes before it is released.',
    ),
  },
  { word: 'paid', meaning: say('Payée : « Mise en paiement ».', 'Paid: "In payment".') },
  {
    word: 'reversed',
    meaning: say(
      'Annulée par un avoir : une personne décide.',
      'Cancelled by a credit note: a person decides.',
    ),
  },
  {
    word: 'cancel',
    meaning: say(
      'Annulée : refusée, avec le dernier message de la discussion pour motif, si elle n’a jamais été comptabilisée ; sinon une personne décide.',
      'Cancelled: refused, with the last message of the discussion as reason, if it was never posted; otherwise a person decides.',
    ),
  },
];
