import type { fr } from './fr.js';

export const en: Record<keyof typeof fr, string> = {
  title: 'Invoices received',
  tabs: 'Invoices by state',
  tab_all: 'All',
  tab_toDecide: 'To decide',
  tab_suspended: 'Suspended',
  tab_accounting: 'In accounting',
  tab_paid: 'Payment launched',
  tab_refused: 'Refused',
  search: 'Number, supplier, commitment',
  sort: 'Sort by',
  sort_newest: 'Latest arrival',
  sort_oldest: 'Earliest arrival',
  sort_due: 'Due first',
  sort_largest: 'Largest amount',
  received: 'Deposited',
  emptyTitle: 'No invoice received',
  emptyText: 'As soon as a supplier deposits an invoice for your structure, it is here.',
  noMatchTitle: 'No invoice matches',
  noMatchText: 'Widen the search, or look among all invoices.',
  clear: 'Clear the filters',
};
