import type { fr } from './fr.js';

export const en: Record<keyof typeof fr, string> = {
  product: 'Parvis',
  area: 'Administration',
  inbox: 'To do',
  inboxCount_one: '{{count}} invoice to handle',
  inboxCount_other: '{{count}} invoices to handle',
  invoices: 'Invoices',
  connectors: 'Connectors',
  directory: 'Directory and settings',
  organisation: 'Organisation',
  account: 'My account and security',
  signIn: 'Sign in',
  searchInvoices: 'Invoice number, supplier, commitment',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be incomplete, or the invoice is not addressed to your structure.',
  goHome: 'Back to what waits for you',
  notPublicTitle: 'Your account belongs to no public entity',
  notPublicText: 'This space is for public entities. The manager of your structure can add you.',
  goToSupplier: "Go to the suppliers' space",
  intro: 'The invoices you receive, from arrival to payment. Sign in to see what waits for you.',
  arrived: 'New invoice: {{number}}, {{supplier}}.',
};
