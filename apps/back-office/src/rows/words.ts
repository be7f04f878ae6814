import { defineWords } from '@parvis/web-kit/words/i18n';

export const useWords = defineWords({
  fr: {
    supplier: 'Fournisseur',
    invoice: 'Facture',
    amount: 'À payer',
    service: 'Service et engagement',
    clock: 'Délai légal',
    status: 'Où elle en est',
    noService: 'Sans code service',
    engagement: 'Engagement {{number}}',
    creditNote: 'Avoir',
    clockNotStarted: 'Pas encore commencé',
    noClock: 'Rien à payer',
  },
  en: {
    supplier: 'Supplier',
    invoice: 'Invoice',
    amount: 'Due',
    service: 'Service and commitment',
    clock: 'Legal limit',
    status: 'Where it stands',
    noService: 'No service code',
    engagement: 'Commitment {{number}}',
    creditNote: 'Credit note',
    clockNotStarted: 'Not started yet',
    noClock: 'Nothing to pay',
  },
});
