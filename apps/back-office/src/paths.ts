const base = '/administration';

/** The addresses of the app. They go in mails and bookmarks: they do not change. */
export const paths = {
  inbox: `${base}/`,
  invoices: `${base}/factures`,
  invoicesLike: (text: string) => `${base}/factures?q=${encodeURIComponent(text)}`,
  invoice: (id: string) => `${base}/factures/${encodeURIComponent(id)}`,
  connectors: `${base}/connecteurs`,
  connectorKinds: `${base}/connecteurs/nouveau`,
  connectorSetUp: (system: string) => `${base}/connecteurs/nouveau/${encodeURIComponent(system)}`,
  connector: (id: string) => `${base}/connecteurs/${id}`,
  connectorDeliveries: (id: string, group: string) => `${base}/connecteurs/${id}?etat=${group}`,
  connectorSettings: (id: string) => `${base}/connecteurs/${id}/reglages`,
  connectorTrial: (id: string) => `${base}/connecteurs/${id}/essai`,
  connectorReconciliation: (id: string) => `${base}/connecteurs/${id}/rapprochement`,
  directory: `${base}/annuaire`,
  /** What the entity demands of invoices, and what suppliers see of it. */
  services: `${base}/annuaire/services`,
  service: (code: string) => `${base}/annuaire/services/${encodeURIComponent(code)}`,
  settingsHistory: `${base}/annuaire/historique`,
  engagements: `${base}/annuaire/engagements`,
  import: (kind: 'services' | 'engagements') => `${base}/annuaire/import/${kind}`,
  organisation: `${base}/organisation`,
  people: `${base}/organisation/personnes`,
  requests: `${base}/organisation/demandes`,
  technicalAccounts: `${base}/organisation/acces-api`,
  account: `${base}/compte`,
  signUp: `${base}/inscription`,
  confirmSignUp: `${base}/inscription/confirmer`,
  forgottenPassword: `${base}/mot-de-passe-oublie`,
} as const;
