export const fr = {
  tabs: 'Pages de l’organisation',
  structure: 'Structure',
  people: 'Personnes',
  requests: 'Demandes',
  technicalAccounts: 'Accès API',
} as const;
