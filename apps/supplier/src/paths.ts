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
  directoryEntry: (siret: string) => `${base}/annuaire/${siret}`,
  directoryEntryFor: (siret: string, need: string) =>
    `${base}/annuaire/${siret}${need === '' ? '' : `?pour=${encodeURIComponent(need)}`}`,
  directoryFiles: `${base}/annuaire/fichiers`,
  depositFor: (siret: string, service?: string) =>
    `${base}/deposer?pour=${siret}${service === undefined ? '' : `&service=${encodeURIComponent(service)}`}`,
  organisation: `${base}/organisation`,
  people: `${base}/organisation/personnes`,
  requests: `${base}/organisation/demandes`,
  mandates: `${base}/organisation/mandats`,
  technicalAccounts: `${base}/acces-api`,
  account: `${base}/compte`,
  signUp: `${base}/inscription`,
  confirmSignUp: `${base}/inscription/confirmer`,
  forgottenPassword: `${base}/mot-de-passe-oublie`,
} as const;
