import type { SettingsField } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';

export const s2lowFields: readonly SettingsField[] = [
  {
    name: 'url',
    type: 'url',
    required: true,
    placeholder: 'https://www.s2low.example/',
    label: say('Adresse de S²LOW', 'Address of S²LOW'),
  },
  {
    name: 'certificate',
    type: 'secret',
    multiline: true,
    required: true,
    label: say('Certificat (PEM)', 'Certificate (PEM)'),
    help: say(
      'Avec les certificats intermédiaires, le vôtre en premier.',
      'With the certificates in between, yours first.',
    ),
  },
  {
    name: 'privateKey',
    type: 'secret',
    multiline: true,
    required: true,
    label: say('Clé privée (PEM)', 'Private key (PEM)'),
    help: say(
      'Tout le texte, les lignes BEGIN et END comprises.',
      'The whole text, the lines BEGIN and END included.',
    ),
  },
  {
    name: 'passphrase',
    type: 'secret',
    required: false,
    label: say('Phrase de passe de la clé', 'Passphrase of the key'),
  },
  {
    name: 'login',
    type: 'text',
    required: false,
    label: say('Identifiant', 'Login'),
    help: say('Si le certificat sert à plusieurs comptes.', 'Where the certificate serves several accounts.'),
  },
  { name: 'password', type: 'secret', required: false, label: say('Mot de passe', 'Password') },
  {
    name: 'authority',
    type: 'secret',
    multiline: true,
    required: false,
    label: say('Autorité de la plateforme (PEM)', 'Authority of the platform (PEM)'),
    help: say('Seulement si votre opérateur vous en a donné une.', 'Only if your operator gave you one.'),
  },
  {
    name: 'marksRead',
    type: 'flag',
    required: false,
    label: say('Marquer les retours comme lus', 'Mark returns as read'),
    help: say(
      'Décochez si votre logiciel financier les lit aussi dans S²LOW.',
      'Untick if your finance software reads them in S²LOW, too.',
    ),
  },
];
