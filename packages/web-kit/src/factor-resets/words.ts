import { defineWords } from '../words/i18n.js';
import { en } from './content/en.js';
import { fr } from './content/fr.js';

export const useResetWords = defineWords({ fr, en });
