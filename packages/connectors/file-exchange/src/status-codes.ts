import type { StatusWord } from '@parvis/connector-kit/connector-kind';
import { say } from '@parvis/domain/display/language';
import type { Action } from '@parvis/domain/life-cycle/transitions';

interface StatusCode extends StatusWord {
  readonly actions: readonly Action[];
  /** As the simple forms may write it. */
  readonly name: string;
}

/** The two-digit statuses of Chorus Pro's status flow (CPPStatutPivot V1.19), and what each does to our invoice. */
export const statusCodes: readonly StatusCode[] = [
  {
    word: '01',
    name: 'DEPOSEE',
    actions: [],
    meaning: say('Déposée : affiché seulement.', 'Deposited: shown only.'),
  },
  {
    word: '02',
    name: 'EN_COURS_ACHEMINEMENT',
    actions: [],
    meaning: say('En cours d’acheminement : affiché seulement.', 'On its way: shown only.'),
  },
  {
    word: '03',
    name: 'MISE_A_DISPOSITION',
    actions: [],
    meaning: say('Mise à disposition : affiché seulement.', 'Made available: shown only.'),
  },
  {
    word: '04',
    name: 'A_RECYCLER',
    actions: [],
    meaning: say(
      'À recycler : affiché seulement ; une personne décide du nouveau destinataire.',
      'To be rerouted: shown only; a person decides who gets it.',
    ),
  },
  {
    word: '05',
    name: 'REJETEE',
    actions: ['refuse'],
    meaning: say(
      'La facture est refusée, avec le motif du fichier.',
      'The invoice is refused, with the reason of the file.',
    ),
  },
  {
    word: '06',
    name: 'SUSPENDUE',
    actions: [],
    meaning: say(
      'Suspendue : affiché seulement ; la suspension arrête le délai de paiement, une personne la prononce ici.',
      'Suspended: shown only; a suspension stops the payment period, a person decides it here.',
    ),
  },
  {
    word: '07',
    name: 'SERVICE_FAIT',
    actions: ['approve'],
    meaning: say('Service fait.', 'Service confirmed.'),
  },
  {
    word: '08',
    name: 'MANDATEE',
    actions: ['orderPayment'],
    meaning: say('Mandatée, avec le numéro du mandat.', 'Payment ordered, with the number of the order.'),
  },
  {
    word: '09',
    name: 'MISE_A_DISPOSITION_COMPTABLE',
    actions: ['handToAccountant'],
    meaning: say('Mise à disposition du comptable.', 'Handed to the accountant.'),
  },
  { word: '10', name: 'COMPTABILISEE', actions: ['book'], meaning: say('Comptabilisée.', 'Booked.') },
  {
    word: '11',
    name: 'MISE_EN_PAIEMENT',
    actions: ['startPayment'],
    meaning: say('Mise en paiement.', 'In payment.'),
  },
  {
    word: '12',
    name: 'COMPLETEE',
    actions: [],
    meaning: say(
      'Complétée : affiché seulement, le fournisseur complète ici.',
      'Completed: shown only, suppliers complete here.',
    ),
  },
];

const shownOnly = say('affiché seulement.', 'shown only.');

/** What is said of a whole flow: it moves no invoice. */
export const flowWords: readonly StatusWord[] = [
  ['90', 'Reçu', 'Received'],
  ['91', 'En cours de transmission', 'Being passed on'],
  ['92', 'Reçu par le destinataire final', 'Received by the final recipient'],
  ['93', 'Erreur de réception', 'Reception error'],
  ['94', 'Erreur de réception chez le destinataire final', 'Reception error at the final recipient'],
  ['95', 'Erreur de transmission au destinataire final', 'Could not be passed on to the final recipient'],
  ['96', 'Reçu, intégré en partie', 'Received, taken in part'],
].map(([word = '', fr, en]) => ({
  word,
  meaning: say(`${fr} : ${shownOnly.fr}`, `${en}: ${shownOnly.en}`),
}));

/** A code in two digits, from a code or a name; the word itself where nobody knows it. */
export const codeOf = (written: string): string => {
  const word = written.trim();
  if (/^\d{1,2}$/.test(word)) return word.padStart(2, '0');
  const name = word
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^A-Za-z]+/g, '_')
    .toUpperCase();
  return statusCodes.find((known) => known.name === name)?.word ?? word;
};

/** A code that is not here is kept, and means nothing. */
export const actionsOf = (code: string): readonly Action[] =>
  statusCodes.find(({ word }) => word === code)?.actions ?? [];
