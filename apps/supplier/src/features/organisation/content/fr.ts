export const fr = {
  tabs: 'Pages de l’organisation',
  structure: 'Structure',
  people: 'Personnes',
  requests: 'Demandes',
  mandates: 'Mandats',
} as const;
