import { type Bilingual, type Language, say } from '../display/language.js';
import type { Status } from './transitions.js';

/** What stands behind a status officially, and how people read it. */
export interface OfficialStatus {
  /** Chorus Pro's own word. */
  readonly code: string;
  /** Number of the reform's life cycle (XP Z12-012), where there is one. */
  readonly number?: number;
  /** Code of the Chorus Pro pivot (CPPStatut), where there is one. */
  readonly pivot?: string;
  readonly label: Bilingual;
  /** One line: what it means for the invoice. */
  readonly explanation: Bilingual;
  readonly tone: Tone;
}

/** The colour family of the status chip, always beside its words. `final`: over, and nothing more to expect. */
export type Tone = 'neutral' | 'progress' | 'attention' | 'good' | 'bad' | 'final';

export const officialStatuses: Readonly<Record<Status, OfficialStatus>> = {
  draft: {
    code: 'BROUILLON',
    label: say('Brouillon', 'Draft'),
    explanation: say('Enregistrée, pas encore envoyée.', 'Saved, not sent yet.'),
    tone: 'neutral',
  },
  deposited: {
    code: 'DEPOSEE',
    number: 200,
    pivot: '01',
    label: say('Déposée', 'Deposited'),
    explanation: say(
      'Reçue par la plateforme, qui la transmet au destinataire.',
      'Received by the platform, which passes it on to the recipient.',
    ),
    tone: 'progress',
  },
  toValidate1: {
    code: 'A_VALIDER_1',
    label: say('À valider', 'To be validated'),
    explanation: say(
      "Attend l'accord du premier valideur, qui a 15 jours pour répondre.",
      'Waits for the first validator, who has 15 days to answer.',
    ),
    tone: 'attention',
  },
  toValidate2: {
    code: 'A_VALIDER_2',
    label: say('À valider (second valideur)', 'To be validated (second validator)'),
    explanation: say(
      "Attend l'accord du second valideur, qui a 15 jours pour répondre.",
      'Waits for the second validator, who has 15 days to answer.',
    ),
    tone: 'attention',
  },
  validated1: {
    code: 'VALIDEE_1',
    number: 205,
    label: say('Validée', 'Validated'),
    explanation: say("Le premier valideur est d'accord.", 'The first validator agrees.'),
    tone: 'progress',
  },
  validated2: {
    code: 'VALIDEE_2',
    number: 205,
    label: say('Validée (second valideur)', 'Validated (second validator)'),
    explanation: say("Le second valideur est d'accord.", 'The second validator agrees.'),
    tone: 'progress',
  },
  validationRefused1: {
    code: 'REFUSEE_1',
    number: 206,
    label: say('Refusée par le valideur', 'Refused by the validator'),
    explanation: say(
      'Le premier valideur a dit non et donne son motif.',
      'The first validator said no, with a reason.',
    ),
    tone: 'bad',
  },
  validationRefused2: {
    code: 'REFUSEE_2',
    number: 206,
    label: say('Refusée par le second valideur', 'Refused by the second validator'),
    explanation: say(
      'Le second valideur a dit non et donne son motif.',
      'The second validator said no, with a reason.',
    ),
    tone: 'bad',
  },
  validationOverdue1: {
    code: 'ABSENCE_VALIDATION_1_HORS_DELAI',
    label: say('Validation tacite', 'Tacitly validated'),
    explanation: say(
      "Le premier valideur n'a pas répondu en 15 jours : son silence vaut accord.",
      'The first validator did not answer within 15 days: silence counts as agreement.',
    ),
    tone: 'progress',
  },
  validationOverdue2: {
    code: 'ABSENCE_VALIDATION_2_HORS_DELAI',
    label: say('Validation tacite (second valideur)', 'Tacitly validated (second validator)'),
    explanation: say(
      "Le second valideur n'a pas répondu en 15 jours : son silence vaut accord.",
      'The second validator did not answer within 15 days: silence counts as agreement.',
    ),
    tone: 'progress',
  },
  wrongValidator: {
    code: 'ERREUR_FOURNISSEUR_SUR_VALIDEUR',
    label: say('Valideur à corriger', 'Validator to correct'),
    explanation: say(
      "Le valideur désigné n'est pas le bon : le fournisseur en indique un autre.",
      'The validator named is the wrong one: the supplier names another.',
    ),
    tone: 'attention',
  },
  inRouting: {
    code: 'EN_COURS_ACHEMINEMENT',
    pivot: '02',
    label: say("En cours d'acheminement", 'On its way'),
    explanation: say('En route vers le destinataire.', 'On its way to the recipient.'),
    tone: 'progress',
  },
  rejected: {
    code: 'NON_CONFORME',
    number: 213,
    label: say('Rejetée par la plateforme', 'Rejected by the platform'),
    explanation: say(
      "N'a pas pu être remise au destinataire : le fournisseur lit pourquoi et corrige.",
      'Could not be handed to the recipient: the supplier reads why and corrects it.',
    ),
    tone: 'bad',
  },
  madeAvailable: {
    code: 'MISE_A_DISPOSITION',
    number: 203,
    pivot: '03',
    label: say('Mise à disposition', 'Made available'),
    explanation: say(
      'Le destinataire a la facture : le délai de paiement court.',
      'The recipient has the invoice: the time to pay is running.',
    ),
    tone: 'progress',
  },
  takenInCharge: {
    code: 'PRISE_EN_COMPTE_DESTINATAIRE',
    number: 204,
    label: say('Prise en charge', 'Taken in charge'),
    explanation: say("Quelqu'un traite la facture.", 'Someone is processing the invoice.'),
    tone: 'progress',
  },
  toReroute: {
    code: 'A_RECYCLER',
    pivot: '04',
    label: say('À recycler', 'To be rerouted'),
    explanation: say(
      'Arrivée au mauvais endroit : le fournisseur la redirige, avec le même numéro.',
      'Arrived in the wrong place: the supplier redirects it, under the same number.',
    ),
    tone: 'attention',
  },
  suspended: {
    code: 'SUSPENDUE',
    number: 208,
    pivot: '06',
    label: say('Suspendue', 'Suspended'),
    explanation: say(
      'Il manque une pièce ou une information : le fournisseur complète.',
      'A document or a detail is missing: the supplier completes it.',
    ),
    tone: 'attention',
  },
  completed: {
    code: 'COMPLETEE',
    number: 209,
    pivot: '12',
    label: say('Complétée', 'Completed'),
    explanation: say(
      'Le fournisseur a répondu : le traitement reprend.',
      'The supplier has answered: processing goes on.',
    ),
    tone: 'progress',
  },
  refused: {
    code: 'REJETEE',
    number: 210,
    pivot: '05',
    label: say('Refusée', 'Refused'),
    explanation: say(
      'Le destinataire a dit non et donne son motif. Une nouvelle facture portera un nouveau numéro.',
      'The recipient said no, with a reason. A new invoice takes a new number.',
    ),
    tone: 'bad',
  },
  serviceConfirmed: {
    code: 'SERVICE_FAIT',
    number: 204,
    pivot: '07',
    label: say('Service fait', 'Service confirmed'),
    explanation: say(
      'Le destinataire certifie avoir reçu ce qui est facturé.',
      'The recipient certifies that what is invoiced was received.',
    ),
    tone: 'good',
  },
  paymentOrdered: {
    code: 'MANDATEE',
    number: 204,
    pivot: '08',
    label: say('Mandatée', 'Payment ordered'),
    explanation: say(
      "L'ordonnateur a donné l'ordre de payer.",
      'The authorising officer has ordered the payment.',
    ),
    tone: 'good',
  },
  handedToAccountant: {
    code: 'MISE_A_DISPOSITION_COMPTABLE',
    number: 204,
    pivot: '09',
    label: say('Chez le comptable', 'With the accountant'),
    explanation: say('Le comptable public a le dossier.', 'The public accountant has the file.'),
    tone: 'good',
  },
  booked: {
    code: 'COMPTABILISEE',
    number: 204,
    pivot: '10',
    label: say('Comptabilisée', 'Booked'),
    explanation: say(
      'Inscrite dans les comptes, en attente de paiement.',
      'In the books, waiting to be paid.',
    ),
    tone: 'good',
  },
  inPayment: {
    code: 'MISE_EN_PAIEMENT',
    number: 211,
    pivot: '11',
    label: say('Mise en paiement', 'In payment'),
    explanation: say('Le paiement est parti.', 'The payment has left.'),
    tone: 'final',
  },
};

export const statusLabel = (status: Status, language: Language): string =>
  officialStatuses[status].label[language];

export const statusExplanation = (status: Status, language: Language): string =>
  officialStatuses[status].explanation[language];
