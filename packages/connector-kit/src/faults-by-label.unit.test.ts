import { say } from '@parvis/domain/display/language';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultsByLabel } from './faults-by-label.js';
import type { SettingsField } from './set-up.js';
import { settingsFaults } from './settings-fault.js';

const fields: readonly SettingsField[] = [
  {
    ...{ name: 'url', type: 'url', required: true, label: say('Adresse', 'Address') },
    placeholder: 'https://compta.example/',
  },
  { name: 'secret', type: 'secret', required: true, label: say('Secret', 'Secret') },
  { name: 'pageSize', type: 'number', required: false, label: say('Lus à la fois', 'Read at a time') },
  {
    ...{ name: 'siret', type: 'text', required: true, label: say('Budget', 'Budget') },
    ...{ help: say('14 chiffres.', '14 digits.'), placeholder: '21990012300015' },
  },
  {
    ...{ name: 'vat', type: 'choice', required: true, label: say('TVA', 'VAT') },
    choices: [
      { value: 'inclusive', label: say('Comprise', 'Inside') },
      { value: 'deductible', label: say('À part', 'Apart') },
    ],
  },
  {
    ...{ name: 'accounts', type: 'rows', required: false, label: say('Règles', 'Rules') },
    columns: [{ name: 'account', type: 'text', required: true, label: say('Compte', 'Account') }],
  },
];

const shape = z.strictObject({
  url: z.url(),
  secret: z.string().min(4).max(6),
  pageSize: z.int().min(2).max(5_000),
  siret: z.string().regex(/^\d{14}$/),
  vat: z.enum(['inclusive', 'deductible']),
  accounts: z.array(z.strictObject({ account: z.string().min(1) })).max(1),
});

const sound = {
  ...{ url: 'https://a.example/', secret: 'abcd', pageSize: 2, siret: '21990012300015' },
  ...{ vat: 'inclusive', accounts: [{ account: '6068' }] },
};

const told = (changes: object) => {
  const parsed = shape.safeParse({ ...sound, ...changes }, { reportInput: true });
  const faults = faultsByLabel([{ fields }], settingsFaults(parsed.error?.issues ?? []));
  return faults.map(({ field, code, message }) => [field, code, message.fr, message.en]);
};

describe('what is wrong with settings', () => {
  it.each<[string, object, readonly [string, string, string, string]]>([
    [
      'nothing written',
      { url: undefined },
      ['url', 'missing', '« Adresse » : remplissez ce champ.', '"Address": fill in this field.'],
    ],
    [
      'nothing chosen',
      { vat: undefined },
      ['vat', 'missing', '« TVA » : choisissez une valeur.', '"VAT": choose a value.'],
    ],
    [
      'no address',
      { url: 'compta' },
      [
        ...(['url', 'malformed'] as const),
        '« Adresse » : écrivez une adresse complète, comme https://compta.example/',
        '"Address": write a complete address, such as https://compta.example/',
      ],
    ],
    [
      'too short',
      { secret: 'abc' },
      [
        ...(['secret', 'malformed'] as const),
        '« Secret » : écrivez au moins 4 caractères.',
        '"Secret": write at least 4 characters.',
      ],
    ],
    [
      'too long',
      { secret: 'abcdefg' },
      [
        ...(['secret', 'malformed'] as const),
        '« Secret » : écrivez au plus 6 caractères.',
        '"Secret": write at most 6 characters.',
      ],
    ],
    [
      'too small a number',
      { pageSize: 1 },
      [
        ...(['pageSize', 'malformed'] as const),
        '« Lus à la fois » : écrivez un nombre qui vaut au moins 2.',
        '"Read at a time": write a number of at least 2.',
      ],
    ],
    [
      'too large a number',
      { pageSize: 5_001 },
      [
        ...(['pageSize', 'malformed'] as const),
        '« Lus à la fois » : écrivez un nombre qui vaut au plus 5\u202f000.',
        '"Read at a time": write a number of at most 5,000.',
      ],
    ],
    [
      'no number',
      { pageSize: 'peu' },
      [
        ...(['pageSize', 'malformed'] as const),
        '« Lus à la fois » : écrivez un nombre entier.',
        '"Read at a time": write a whole number.',
      ],
    ],
    [
      'not written as its help says',
      { siret: '12' },
      [
        ...(['siret', 'malformed'] as const),
        '« Budget » : ce n’est pas écrit comme il faut, corrigez-le. 14 chiffres. Exemple : 21990012300015',
        '"Budget": this is not written as it must be, correct it. 14 digits. Example: 21990012300015',
      ],
    ],
    [
      'none of the choices',
      { vat: 'half' },
      [
        ...(['vat', 'malformed'] as const),
        '« TVA » : choisissez parmi : « Comprise », « À part ».',
        '"VAT": choose among: "Inside", "Apart".',
      ],
    ],
    [
      'nothing in a column',
      { accounts: [{ account: '' }] },
      [
        ...(['accounts.0.account', 'missing'] as const),
        '« Règles, ligne 1, Compte » : remplissez ce champ.',
        '"Rules, row 1, Account": fill in this field.',
      ],
    ],
    [
      'too many rows',
      { accounts: [{ account: '1' }, { account: '2' }] },
      ['accounts', 'malformed', '« Règles » : gardez au plus 1 ligne.', '"Rules": keep at most 1 row.'],
    ],
    [
      'a setting that does not exist',
      { couleur: 'bleu' },
      [
        ...(['couleur', 'unknown'] as const),
        'Ce type de raccordement n’a pas ce réglage. Retirez-le, puis recommencez.',
        'This kind of connection has no such setting. Remove it, then try again.',
      ],
    ],
  ])('says of %s which field it is and what to do', (_what, changes, expected) => {
    expect(told(changes)).toEqual([expected]);
  });

  it('leaves alone what a kind says in its own words', () => {
    const own = { field: 'url', code: 'malformed', message: say('Non.', 'No.') } as const;
    expect(faultsByLabel([{ fields }], [own])).toEqual([own]);
  });

  it('names no setting that the page does not show', () => {
    const [fault] = faultsByLabel(
      [{ fields }],
      settingsFaults([{ code: 'custom', path: ['overlap'], input: 3 }]),
    );
    expect(fault?.message.fr).toMatch(/^Un réglage du raccordement : /);
  });
});
