import type { Space } from '../access/actor.js';
import type { Language } from './language.js';

/** What people call the spaces. */
export const spaceNames: Readonly<Record<Space, Readonly<Record<Language, string>>>> = {
  issuedInvoices: { fr: 'Factures émises', en: 'Invoices sent' },
  receivedInvoices: { fr: 'Factures reçues', en: 'Invoices received' },
  invoicesToValidate: { fr: 'Factures à valider', en: 'Invoices to validate' },
  works: { fr: 'Factures de travaux', en: 'Works invoices' },
  justice: { fr: 'Mémoires de frais de justice', en: 'Justice costs' },
  helpRequests: { fr: 'Sollicitations', en: 'Requests for help' },
  engagements: { fr: 'Engagements', en: 'Engagements' },
  settings: { fr: 'Organisation et réglages', en: 'Organisation and settings' },
  people: { fr: 'Personnes et droits', en: 'People and rights' },
  mandates: { fr: 'Mandats', en: 'Mandates' },
  technicalAccounts: { fr: 'Accès API', en: 'API access' },
  connections: { fr: 'Raccordements', en: 'Connections' },
};
