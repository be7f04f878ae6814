import type { SettingsRefusal } from '@parvis/application/settings/settings-refusal';
import type { TextsFor } from './texts-for.js';

/** What is wrong with the fields of a form is told field by field. */
export type SettingsRefusals = Exclude<
  SettingsRefusal,
  { readonly code: 'signed-out' | 'not-allowed' | 'settings-faulty' }
>;

export const settingsTexts: TextsFor<SettingsRefusals> = {
  'settings-changed-meanwhile': {
    fr: [
      "Un collègue a changé ces réglages depuis que vous les avez ouverts. Rien n'est perdu.",
      'Rechargez la page : votre saisie reste là, et vous voyez la sienne.',
    ],
    en: [
      'A colleague has changed these settings since you opened them. Nothing is lost.',
      'Reload the page: what you typed stays, and you see what they did.',
    ],
  },
  'service-not-found': {
    fr: ["Ce service n'existe pas dans cette entité.", 'Retrouvez-le dans la liste des services.'],
    en: ['This entity has no such service.', 'Find it in the list of services.'],
  },
};
