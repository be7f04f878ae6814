import { type Bilingual, say } from '@parvis/domain/display/language';
import type { Finding } from './reconciliation-store.js';

type Discrepant = Exclude<Finding, 'same'>;

/** What each finding is called. */
export const findingLabels: Readonly<Record<Finding, Bilingual>> = {
  same: say('Identique des deux côtés', 'The same on both sides'),
  onlyHere: say('Absente du logiciel comptable', 'Not in the accounting system'),
  onlyThere: say('Inattendue dans le logiciel comptable', 'Not expected in the accounting system'),
  differentAmount: say('Montant différent', 'Different amount'),
  twice: say('En double dans le logiciel comptable', 'Twice in the accounting system'),
  cancelledThere: say('Annulée dans le logiciel comptable', 'Cancelled in the accounting system'),
};

/** What a person does about it. */
export const findingNextSteps: Readonly<Record<Discrepant, Bilingual>> = {
  onlyHere: say(
    'Renvoyez la facture vers le logiciel comptable, ou refusez-la.',
    'Send the invoice to the accounting system again, or refuse it.',
  ),
  onlyThere: say(
    'Retrouvez d’où vient cette facture ; si elle est arrivée par un envoi interrompu, renvoyez la facture.',
    'Find out where this bill comes from; if an interrupted delivery brought it, send the invoice again.',
  ),
  differentAmount: say(
    'Ouvrez la facture, puis corrigez dans le logiciel comptable le montant qui s’en écarte.',
    'Open the invoice, then correct in the accounting system the amount that departs from it.',
  ),
  twice: say(
    'Gardez une seule des deux factures dans le logiciel comptable, avant qu’elle soit payée deux fois.',
    'Keep only one of the two bills in the accounting system, before it is paid twice.',
  ),
  cancelledThere: say(
    'Refusez la facture avec un motif, ou rétablissez-la dans le logiciel comptable.',
    'Refuse the invoice with a reason, or restore it in the accounting system.',
  ),
};
