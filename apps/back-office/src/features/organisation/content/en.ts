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
  role_MAIN_MANAGER: 'Main manager: every space, appoints managers',
  role_DEPUTY_MANAGER: 'Deputy manager: every space',
  role_USER: 'User: the spaces opened to them',
  side: 'Side',
  side_SUPPLIER: 'Supplier',
  side_PUBLIC_ENTITY: 'Public entity',
};
