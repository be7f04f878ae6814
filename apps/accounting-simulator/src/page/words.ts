import type { BillEvent, BillState } from '../bills/bill.js';
import type { Act } from '../bills/bill-acts.js';

export type Language = 'fr' | 'en';

export interface Words {
  readonly product: string;
  readonly promise: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly all: string;
  readonly bills: string;
  readonly none: string;
  readonly noneInState: string;
  readonly onlyNewest: string;
  readonly supplier: string;
  readonly reference: string;
  readonly number: string;
  readonly amount: string;
  readonly due: string;
  readonly issued: string;
  readonly state: string;
  readonly service: string;
  readonly engagement: string;
  readonly creditNote: string;
  readonly back: string;
  readonly lines: string;
  readonly label: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly files: string;
  readonly noFile: string;
  readonly history: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly actions: string;
  readonly noAction: string;
  readonly notFound: string;
  readonly notFoundHelp: string;
  readonly refusals: Readonly<Record<'act-closed' | 'reason-required', string>>;
  readonly states: Readonly<Record<BillState, string>>;
  readonly events: Readonly<Record<BillEvent['word'], string>>;
  readonly acts: Readonly<Record<Act, string>>;
  readonly moods: MoodWords;
  readonly sandbox: Readonly<
    Record<
      'title' | 'intro' | 'secondsPerStep' | 'numbers' | 'number' | 'what' | 'others' | 'ends' | 'faults',
      string
    >
  >;
}

interface MoodWords {
  readonly title: string;
  readonly intro: string;
  readonly active: string;
  readonly calm: string;
  readonly apply: string;
  readonly reset: string;
  readonly down: string;
  readonly lateSeconds: string;
  readonly lateBy: string;
  readonly repeatsChanges: string;
  readonly losesNextAnswer: string;
  readonly refusesSignIn: string;
  readonly closedUntil: string;
  readonly closedBy: string;
}

const fr: Words = {
  product: 'Comptabilité de démonstration',
  promise: 'Un petit système comptable pour essayer Parvis : vous y tenez le rôle du comptable.',
  otherLanguage: 'English',
  skip: 'Aller au contenu',
  all: 'Toutes',
  bills: 'Factures reçues',
  none: 'Aucune facture pour l’instant. Elles arrivent ici dès que Parvis les transmet.',
  noneInState: 'Aucune facture dans cet état.',
  onlyNewest: 'Seules les 200 plus récentes sont affichées.',
  supplier: 'Fournisseur',
  reference: 'N° de facture',
  number: 'N° de mandat',
  amount: 'Montant TTC',
  due: 'À payer avant le',
  issued: 'Date de facture',
  state: 'État',
  service: 'Service',
  engagement: 'Engagement',
  creditNote: 'Avoir',
  back: 'Toutes les factures',
  lines: 'Lignes',
  label: 'Désignation',
  quantity: 'Quantité',
  unitPrice: 'Prix unitaire',
  net: 'Total HT',
  vat: 'TVA',
  gross: 'Total TTC',
  files: 'Pièces jointes',
  noFile: 'Aucune pièce jointe.',
  history: 'Historique',
  reason: 'Motif',
  reasonHint: 'Le fournisseur lira ce motif.',
  actions: 'Que faire de cette facture ?',
  noAction: 'Cette facture est close : il n’y a plus rien à faire.',
  notFound: 'Cette page n’existe pas',
  notFoundHelp: 'La facture a peut-être été supprimée. Repartez de la liste.',
  refusals: {
    'act-closed': 'La facture a changé d’état entre-temps. Voici où elle en est.',
    'reason-required': 'Indiquez le motif : le fournisseur en a besoin.',
  },
  states: {
    draft: 'Brouillon',
    validated: 'Service fait',
    posted: 'Mandatée',
    booked: 'Comptabilisée',
    paid: 'Payée',
    cancelled: 'Rejetée',
  },
  events: {
    draft: 'Reçue de Parvis',
    validated: 'Service fait constaté',
    posted: 'Mandatée',
    booked: 'Comptabilisée',
    paid: 'Mise en paiement',
    cancelled: 'Rejetée',
    returned: 'Paiement revenu impayé',
  },
  acts: {
    validate: 'Constater le service fait',
    post: 'Mandater',
    book: 'Comptabiliser',
    pay: 'Payer',
    returnPayment: 'Signaler un paiement revenu',
    cancel: 'Rejeter',
  },
  moods: {
    title: 'Humeurs du système',
    intro: 'Provoquez une panne et regardez Parvis se rattraper. Cette page, elle, répond toujours.',
    active: 'Le système se conduit mal envers les programmes :',
    calm: 'Le système se conduit bien.',
    apply: 'Appliquer',
    reset: 'Redevenir normal',
    down: 'En panne (erreur 503)',
    lateSeconds: 'Répondre en retard de (secondes)',
    lateBy: 'Retard de chaque réponse :',
    repeatsChanges: 'Répéter les nouvelles déjà données',
    losesNextAnswer: 'Perdre la prochaine réponse',
    refusesSignIn: 'Refuser l’identification',
    closedUntil: 'Clore les périodes jusqu’au',
    closedBy: 'Périodes closes jusqu’au',
  },
  sandbox: {
    title: 'Bac à sable',
    intro:
      'Un comptable d’entraînement peut traiter les factures à votre place. La fin du numéro de facture décide de ce qui lui arrive.',
    secondsPerStep: 'Secondes entre deux étapes (0 : personne ne s’entraîne)',
    numbers: 'Les numéros et ce qu’ils déclenchent',
    number: 'Numéro',
    what: 'Ce qui arrive',
    others: 'Tous les autres',
    ends: 'Une fois transmise',
    faults: 'Pendant la transmission',
  },
};

const en: Words = {
  product: 'Demonstration accounting',
  promise: 'A small accounting system for trying Parvis: here you are the accountant.',
  otherLanguage: 'Français',
  skip: 'Skip to content',
  all: 'All',
  bills: 'Bills received',
  none: 'No bill yet. They arrive here as soon as Parvis delivers them.',
  noneInState: 'No bill in this state.',
  onlyNewest: 'Only the 200 newest are shown.',
  supplier: 'Supplier',
  reference: 'Invoice no.',
  number: 'Payment order no.',
  amount: 'Total with VAT',
  due: 'To be paid by',
  issued: 'Invoice date',
  state: 'State',
  service: 'Department',
  engagement: 'Commitment',
  creditNote: 'Credit note',
  back: 'All bills',
  lines: 'Lines',
  label: 'Item',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  net: 'Total without VAT',
  vat: 'VAT',
  gross: 'Total with VAT',
  files: 'Attachments',
  noFile: 'No attachment.',
  history: 'History',
  reason: 'Reason',
  reasonHint: 'The supplier will read it.',
  actions: 'What becomes of this bill?',
  noAction: 'This bill is closed: there is nothing left to do.',
  notFound: 'This page does not exist',
  notFoundHelp: 'The bill may have been deleted. Start again from the list.',
  refusals: {
    'act-closed': 'The bill has changed meanwhile. This is where it stands.',
    'reason-required': 'Give the reason: the supplier needs it.',
  },
  states: {
    draft: 'Draft',
    validated: 'Service confirmed',
    posted: 'Payment ordered',
    booked: 'Booked',
    paid: 'Paid',
    cancelled: 'Rejected',
  },
  events: {
    draft: 'Received from Parvis',
    validated: 'Service confirmed',
    posted: 'Payment ordered',
    booked: 'Booked',
    paid: 'Payment sent',
    cancelled: 'Rejected',
    returned: 'Payment came back',
  },
  acts: {
    validate: 'Confirm the service',
    post: 'Order payment',
    book: 'Book',
    pay: 'Pay',
    returnPayment: 'Report a returned payment',
    cancel: 'Reject',
  },
  moods: {
    title: 'Moods of the system',
    intro: 'Cause a failure and watch Parvis recover. This page itself always answers.',
    active: 'The system behaves badly towards programs:',
    calm: 'The system behaves well.',
    apply: 'Apply',
    reset: 'Back to normal',
    down: 'Down (error 503)',
    lateSeconds: 'Answer late by (seconds)',
    lateBy: 'Each answer late by',
    repeatsChanges: 'Repeat news already given',
    losesNextAnswer: 'Lose the next answer',
    refusesSignIn: 'Refuse to sign programs in',
    closedUntil: 'Close periods until',
    closedBy: 'Periods closed until',
  },
  sandbox: {
    title: 'Sandbox',
    intro:
      'A practising accountant can treat the bills for you. The end of an invoice number decides what happens to it.',
    secondsPerStep: 'Seconds between two steps (0: nobody practises)',
    numbers: 'The numbers and what they trigger',
    number: 'Number',
    what: 'What happens',
    others: 'All others',
    ends: 'Once delivered',
    faults: 'While being delivered',
  },
};

export const words: Readonly<Record<Language, Words>> = { fr, en };
