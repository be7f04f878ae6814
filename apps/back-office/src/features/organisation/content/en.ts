import type { fr } from './fr.js';

export const en: Record<keyof typeof fr, string> = {
  title: 'Organisation',
  me: 'You',
  name: 'Name',
  email: 'E-mail',
  structures: 'Your structures',
  structure: 'Structure',
  siret: 'SIRET',
  role: 'Your role',
  role_MANAGER: 'Manager: sees and does everything, manages access',
  role_AGENT: 'Agent: handles invoices',
  role_READER: 'Reader: looks without acting',
  side: 'Side',
  side_SUPPLIER: 'Supplier',
  side_PUBLIC_ENTITY: 'Public entity',
};
