export const en = {
  title: 'To do',
  waitingTitle: 'Waiting for your answer',
  waitingText: 'The recipient goes on processing as soon as you have answered.',
  nothingWaits: 'Nothing waits for you. Your invoices are on their way.',
  complete: 'Complete',
  refusedTitle: 'Refused: correct and send again',
  seeReason: 'See why',
  lateTitle: 'Paid late, or about to be',
  nothingLate: 'No invoice is late.',
  recentTitle: 'What has changed',
  nothingRecent: 'Nothing new in the last 30 days.',
  deposit: 'Deposit invoices',
  allRefused: 'All refused invoices',
  allInvoices: 'All my invoices',
  emptyTitle: 'Deposit your first invoice',
  emptyText:
    'Drop a UBL, CII or Factur-X file: it is checked before it is sent, then you follow the invoice until it is paid.',
  clients_one: 'You act for {{count}} client.',
  clients_other: 'You act for {{count}} clients.',
  clientsText:
    'Their stuck invoices, client by client; the choice at the top of the page goes from one to the other.',
  seeClients: 'See my clients',
} as const;
