import type { fr } from './fr.js';

export const en: Record<keyof typeof fr, string> = {
  tabs: 'Pages of the organisation',
  structure: 'Structure',
  people: 'People',
  requests: 'Requests',
  technicalAccounts: 'API access',
};
