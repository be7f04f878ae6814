import type { Level, Role } from '../access/actor.js';
import { type Bilingual, say } from './language.js';

/** What people call the roles. */
export const roleNames: Readonly<Record<Role, Bilingual>> = {
  mainManager: say('Gestionnaire principal', 'Main manager'),
  deputyManager: say('Gestionnaire secondaire', 'Deputy manager'),
  user: say('Utilisateur', 'User'),
};

/** How far access to a space goes. */
export const levelNames: Readonly<Record<Level, Bilingual>> = {
  read: say('Lecture', 'Read'),
  full: say('Complet', 'Full'),
};
