import type { SettingsField } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';

export const accessFields: readonly SettingsField[] = [
  {
    name: 'url',
    type: 'url',
    required: true,
    placeholder: 'https://pastell.exemple.fr/',
    label: say('Adresse de Pastell', 'Address of Pastell'),
  },
  {
    name: 'user',
    type: 'text',
    required: true,
    label: say('Identifiant', 'Login'),
    help: say('Un compte fait pour Parvis.', 'An account made for Parvis.'),
  },
  { name: 'password', type: 'secret', required: true, label: say('Mot de passe', 'Password') },
  {
    name: 'entity',
    type: 'number',
    required: true,
    placeholder: '1',
    label: say('Numéro de l’entité (id_e)', 'Number of the entity (id_e)'),
    help: say(
      'Il figure dans l’adresse de la page de votre entité dans Pastell.',
      'It stands in the address of your entity’s page in Pastell.',
    ),
  },
];

export const documentFields: readonly SettingsField[] = [
  {
    name: 'documentType',
    type: 'choice',
    required: false,
    label: say('Type de document', 'Type of document'),
    choices: [
      { value: 'helios-generique', label: say('Hélios générique', 'Hélios, generic') },
      { value: 'ls-helios', label: say('Hélios (depuis Pastell 4)', 'Hélios (from Pastell 4)') },
    ],
  },
  {
    name: 'action',
    type: 'text',
    required: false,
    placeholder: 'send-iparapheur',
    label: say('Action après le dépôt', 'Act after posting'),
    help: say(
      'Par exemple send-iparapheur ou orientation. Vide : une personne envoie le document depuis Pastell.',
      'For instance send-iparapheur or orientation. Empty: a person sends the document from Pastell.',
    ),
  },
  {
    name: 'returnsType',
    type: 'text',
    required: false,
    placeholder: 'helios-pes-retour',
    label: say('Type des retours d’Hélios', 'Type of Hélios’ returns'),
  },
];
