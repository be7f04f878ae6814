import { defineWords } from '@parvis/web-kit/words/i18n';
import { en } from './content/en.js';
import { fr } from './content/fr.js';

export const useWords = defineWords({ fr, en });
