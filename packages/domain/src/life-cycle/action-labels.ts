import { type Bilingual, type Language, say } from '../display/language.js';
import type { Action } from './transitions.js';

interface ActionTexts {
  /** On the button. */
  readonly label: Bilingual;
  /** In the history, as something done. */
  readonly done: Bilingual;
  /** What happens next, for whoever is about to act. */
  readonly next: Bilingual;
}

const texts: Readonly<Record<Action, ActionTexts>> = {
  deposit: {
    label: say('Déposer', 'Deposit'),
    done: say('Facture déposée', 'Invoice deposited'),
    next: say(
      'La plateforme garde la facture, vous remet un reçu et la transmet au destinataire.',
      'The platform keeps the invoice, gives you a receipt and passes it on to the recipient.',
    ),
  },
  askValidation1: {
    label: say('Demander la validation', 'Ask for validation'),
    done: say('Validation demandée', 'Validation asked for'),
    next: say('Le valideur a 15 jours pour répondre.', 'The validator has 15 days to answer.'),
  },
  validate1: {
    label: say('Valider', 'Validate'),
    done: say('Validée par le premier valideur', 'Validated by the first validator'),
    next: say('La facture poursuit son chemin.', 'The invoice goes on.'),
  },
  refuseValidation1: {
    label: say('Refuser la validation', 'Refuse validation'),
    done: say('Refusée par le premier valideur', 'Refused by the first validator'),
    next: say('Le fournisseur lit votre motif.', 'The supplier reads your reason.'),
  },
  lapseValidation1: {
    label: say('Constater la validation tacite', 'Note tacit validation'),
    done: say('Validation tacite après 15 jours', 'Tacitly validated after 15 days'),
    next: say('La facture poursuit son chemin.', 'The invoice goes on.'),
  },
  askValidation2: {
    label: say('Demander la seconde validation', 'Ask for the second validation'),
    done: say('Seconde validation demandée', 'Second validation asked for'),
    next: say('Le second valideur a 15 jours pour répondre.', 'The second validator has 15 days to answer.'),
  },
  validate2: {
    label: say('Valider', 'Validate'),
    done: say('Validée par le second valideur', 'Validated by the second validator'),
    next: say('La facture part vers le destinataire.', 'The invoice leaves for the recipient.'),
  },
  refuseValidation2: {
    label: say('Refuser la validation', 'Refuse validation'),
    done: say('Refusée par le second valideur', 'Refused by the second validator'),
    next: say('Le fournisseur lit votre motif.', 'The supplier reads your reason.'),
  },
  lapseValidation2: {
    label: say('Constater la validation tacite', 'Note tacit validation'),
    done: say('Seconde validation tacite après 15 jours', 'Second validation tacit after 15 days'),
    next: say('La facture part vers le destinataire.', 'The invoice leaves for the recipient.'),
  },
  reportWrongValidator: {
    label: say('Signaler un mauvais valideur', 'Report a wrong validator'),
    done: say('Mauvais valideur signalé', 'Wrong validator reported'),
    next: say('Le fournisseur désigne un autre valideur.', 'The supplier names another validator.'),
  },
  correctValidator: {
    label: say('Corriger le valideur', 'Correct the validator'),
    done: say('Valideur corrigé', 'Validator corrected'),
    next: say('Le nouveau valideur reçoit la demande.', 'The new validator receives the request.'),
  },
  startRouting: {
    label: say('Acheminer', 'Route'),
    done: say('Acheminement commencé', 'Routing started'),
    next: say('La facture part vers le destinataire.', 'The invoice leaves for the recipient.'),
  },
  makeAvailable: {
    label: say('Mettre à disposition', 'Make available'),
    done: say('Mise à la disposition du destinataire', 'Made available to the recipient'),
    next: say('Le délai de paiement commence.', 'The time to pay starts.'),
  },
  reject: {
    label: say('Rejeter', 'Reject'),
    done: say('Rejetée par la plateforme', 'Rejected by the platform'),
    next: say('Le fournisseur lit pourquoi et corrige.', 'The supplier reads why and corrects it.'),
  },
  takeInCharge: {
    label: say('Prendre en charge', 'Take in charge'),
    done: say('Prise en charge', 'Taken in charge'),
    next: say('Le fournisseur voit que vous la traitez.', 'The supplier sees that you are processing it.'),
  },
  askReroute: {
    label: say('Renvoyer pour réacheminement', 'Send back for rerouting'),
    done: say('Renvoyée pour réacheminement', 'Sent back for rerouting'),
    next: say(
      'Le fournisseur la redirige en gardant son numéro.',
      'The supplier redirects it and keeps its number.',
    ),
  },
  reroute: {
    label: say('Rediriger', 'Redirect'),
    done: say('Redirigée par le fournisseur', 'Redirected by the supplier'),
    next: say(
      'Le destinataire la retrouve dans ses factures à traiter.',
      'The recipient finds it again among the invoices to process.',
    ),
  },
  suspend: {
    label: say('Suspendre', 'Suspend'),
    done: say('Suspendue', 'Suspended'),
    next: say(
      "Le fournisseur lit votre motif et complète. Le délai de paiement s'interrompt, une seule fois par facture.",
      'The supplier reads your reason and completes the file. The time to pay is interrupted, once for each invoice.',
    ),
  },
  complete: {
    label: say('Compléter', 'Complete'),
    done: say('Complétée par le fournisseur', 'Completed by the supplier'),
    next: say(
      'Le destinataire reprend le traitement et un nouveau délai de paiement court.',
      'The recipient goes on processing it and a new time to pay starts.',
    ),
  },
  refuse: {
    label: say('Refuser', 'Refuse'),
    done: say('Refusée par le destinataire', 'Refused by the recipient'),
    next: say(
      "C'est définitif : le fournisseur lit votre motif et devra envoyer une nouvelle facture, avec un autre numéro.",
      'This is final: the supplier reads your reason and must send a new invoice under another number.',
    ),
  },
  approve: {
    label: say('Certifier le service fait', 'Confirm the service'),
    done: say('Service fait certifié', 'Service confirmed'),
    next: say(
      'La facture passe au mandatement, et le fournisseur le voit.',
      'The invoice goes on to the payment order, and the supplier sees it.',
    ),
  },
  orderPayment: {
    label: say('Mandater', 'Order payment'),
    done: say('Mandatée', 'Payment ordered'),
    next: say('Le comptable public reçoit le mandat.', 'The public accountant receives the order.'),
  },
  handToAccountant: {
    label: say('Transmettre au comptable', 'Hand to the accountant'),
    done: say('Transmise au comptable', 'Handed to the accountant'),
    next: say('Le comptable public contrôle et paie.', 'The public accountant checks and pays.'),
  },
  book: {
    label: say('Comptabiliser', 'Book'),
    done: say('Comptabilisée', 'Booked'),
    next: say('La facture attend son paiement.', 'The invoice waits to be paid.'),
  },
  startPayment: {
    label: say('Mettre en paiement', 'Start payment'),
    done: say('Mise en paiement', 'Payment started'),
    next: say(
      'Le fournisseur voit que le paiement est parti.',
      'The supplier sees that the payment has left.',
    ),
  },
  returnPayment: {
    label: say('Signaler un paiement revenu', 'Report a returned payment'),
    done: say('Paiement revenu', 'Payment returned'),
    next: say(
      'La facture attend à nouveau son paiement ; le fournisseur lit le motif.',
      'The invoice waits to be paid again; the supplier reads the reason.',
    ),
  },
};

export const actionLabel = (action: Action, language: Language): string => texts[action].label[language];

/** As an entry of the timeline: « Suspendue », « Complétée par le fournisseur ». */
export const actionDone = (action: Action, language: Language): string => texts[action].done[language];

/** « What happens next », to be read before acting. */
export const actionNext = (action: Action, language: Language): string => texts[action].next[language];
