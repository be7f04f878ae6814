const base = '/fournisseur';

/** The addresses of the app. They go in mails and bookmarks: they do not change. */
export const paths = {
  home: `${base}/`,
  invoices: `${base}/factures`,
  invoicesIn: (tab: string) => `${base}/factures?tab=${encodeURIComponent(tab)}`,
  invoicesLike: (text: string) => `${base}/factures?q=${encodeURIComponent(text)}`,
  invoice: (id: string) => `${base}/factures/${encodeURIComponent(id)}`,
  deposit: `${base}/deposer`,
  directory: `${base}/annuaire`,
  organisation: `${base}/organisation`,
} as const;
