import type { Language } from '../display/language.js';
import { LONGEST_SERVICE_CODE } from './service-code.js';
import type { SettingsFaultCode } from './settings-form.js';

type Told = readonly [message: string, nextStep: string];

/** What is wrong with a field of the settings, and what to write instead. */
export const settingsFaultText = (
  code: SettingsFaultCode,
  language: Language,
): { readonly message: string; readonly nextStep: string } => {
  const [message, nextStep] = texts[code][language];
  return { message, nextStep };
};

const texts: Readonly<Record<SettingsFaultCode, Readonly<Record<Language, Told>>>> = {
  'service-code-missing': {
    fr: ['Il manque le code.', 'Choisissez un mot court que vos fournisseurs recopieront : CANTINE, VOIRIE.'],
    en: ['The code is missing.', 'Choose a short word that suppliers will copy: CANTEEN, ROADS.'],
  },
  'service-code-too-long': {
    fr: [`Le code dépasse ${LONGEST_SERVICE_CODE} caractères.`, 'Raccourcissez-le ; le nom dira le reste.'],
    en: [
      `The code is longer than ${LONGEST_SERVICE_CODE} characters.`,
      'Shorten it; the name says the rest.',
    ],
  },
  'service-code-characters': {
    fr: [
      "Le code contient un signe qui se perd d'un logiciel à l'autre.",
      'Gardez des lettres, des chiffres, et entre eux espaces, points, tirets, barres ou parenthèses.',
    ],
    en: [
      'The code holds a sign that gets lost between programs.',
      'Keep letters and digits, with spaces, dots, dashes, slashes or brackets between them.',
    ],
  },
  'service-code-reserved': {
    fr: ['Ce code est réservé aux factures entre entités publiques.', 'Choisissez un autre code.'],
    en: ['This code is reserved for invoices between public bodies.', 'Choose another code.'],
  },
  'service-code-taken': {
    fr: [
      'Un de vos services porte déjà ce code, capitales mises à part.',
      'Choisissez un autre code, ou modifiez le service qui existe.',
    ],
    en: [
      'One of your services has this code already, capitals apart.',
      'Choose another code, or change the service there is.',
    ],
  },
  'service-name-missing': {
    fr: ['Il manque le nom.', 'Écrivez ce que les gens disent : « Cantine scolaire ».'],
    en: ['The name is missing.', 'Write what people say: "School canteen".'],
  },
  'text-too-long': {
    fr: ['Ce texte est trop long.', 'Raccourcissez-le.'],
    en: ['This text is too long.', 'Shorten it.'],
  },
  'email-malformed': {
    fr: ["Ce n'est pas une adresse électronique.", 'Écrivez-la comme mairie@saint-aubin.example.'],
    en: ['This is no e-mail address.', 'Write it like townhall@saint-aubin.example.'],
  },
  'day-malformed': {
    fr: ["Ce jour n'existe pas.", 'Choisissez une date du calendrier.'],
    en: ['There is no such day.', 'Choose a date of the calendar.'],
  },
  'validity-reversed': {
    fr: ['La fin précède le début.', 'Choisissez une fin postérieure, ou laissez-la vide.'],
    en: ['The last day comes before the first.', 'Choose a later last day, or leave it empty.'],
  },
};
