import type { SettingsField, SetUpStep } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';

/** Asked for with the folders. */
export const namingFields: readonly SettingsField[] = [
  {
    name: 'naming',
    type: 'choice',
    required: false,
    label: say('Nom des fichiers', 'File names'),
    choices: [
      { value: 'key', label: say('Référence Parvis : parvis-….xml', 'Parvis reference: parvis-….xml') },
      {
        value: 'flow',
        label: say('Comme Chorus Pro : FEN0036A_PARV01_….xml', 'As Chorus Pro does: FEN0036A_PARV01_….xml'),
      },
    ],
  },
  {
    name: 'application',
    type: 'text',
    required: false,
    placeholder: 'PARV01',
    label: say('Code application de l’émetteur', 'Application code of the sender'),
    help: say(
      'Six lettres capitales ou chiffres, que votre logiciel attend peut-être.',
      'Six capital letters or digits, which your software may expect.',
    ),
  },
  {
    name: 'receiver',
    type: 'text',
    required: false,
    placeholder: 'COMPTA',
    label: say('Code du destinataire', 'Code of the receiver'),
    help: say('Trois à huit lettres capitales ou chiffres.', 'Three to eight capital letters or digits.'),
  },
  {
    name: 'interface',
    type: 'text',
    required: false,
    placeholder: 'FEN0036A',
    label: say('Code interface', 'Interface code'),
    help: say('Trois lettres, quatre chiffres, une lettre.', 'Three letters, four digits, one letter.'),
  },
];

export const formatStep: SetUpStep = {
  key: 'format',
  title: say('Format', 'Format'),
  help: say(
    'Chaque facture est un fichier CPPFacturePivot V2.02, ses pièces dedans. Les statuts reviennent en CPPStatutPivot V1.19, .json ou .csv.',
    'Each invoice is a CPPFacturePivot V2.02 file with its files inside. Statuses come back as CPPStatutPivot V1.19, .json or .csv.',
  ),
  fields: [
    {
      name: 'packaging',
      type: 'choice',
      required: false,
      label: say('Emballage', 'Packaging'),
      choices: [
        { value: 'xml', label: say('Un .xml par facture', 'One .xml for each invoice') },
        {
          value: 'tar.gz',
          label: say('Un .tar.gz : pivot, pièces et manifeste', 'One .tar.gz: pivot, files and manifest'),
        },
      ],
    },
    {
      name: 'pageSize',
      type: 'number',
      required: false,
      placeholder: '50',
      label: say('Fichiers lus à la fois', 'Files read at a time'),
    },
  ],
};
