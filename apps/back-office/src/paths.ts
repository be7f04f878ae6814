const base = '/administration';

/** The addresses of the app. They go in mails and bookmarks: they do not change. */
export const paths = {
  inbox: `${base}/`,
  invoices: `${base}/factures`,
  invoicesLike: (text: string) => `${base}/factures?q=${encodeURIComponent(text)}`,
  invoice: (id: string) => `${base}/factures/${encodeURIComponent(id)}`,
  connectors: `${base}/connecteurs`,
  directory: `${base}/annuaire`,
  organisation: `${base}/organisation`,
} as const;
