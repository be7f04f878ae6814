import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type FormField,
  missingPlaces,
  settingsJson,
  withoutBlankRows,
  withoutSecrets,
} from './settings-draft.js';

const fields: readonly FormField[] = [
  { name: 'url', label: 'Adresse', type: 'URL', required: true },
  { name: 'password', label: 'Mot de passe', type: 'SECRET', required: true },
  { name: 'tolerance', label: 'Écart', type: 'NUMBER', required: false },
  { name: 'strict', label: 'Strict', type: 'FLAG', required: false },
  {
    name: 'accounts',
    label: 'Règles',
    type: 'ROWS',
    required: false,
    columns: [
      { name: 'serviceCode', label: 'Service', type: 'TEXT', required: false },
      { name: 'account', label: 'Compte', type: 'LOOK_UP', required: true },
    ],
  },
];

const stored = { url: 'https://t.example/', accounts: [{ account: '60625' }], pageSize: 50 };

describe('the settings of a connection as a form', () => {
  it('hold what is stored, empty where there is nothing', () => {
    expect(draftOf(fields, stored)).toEqual({
      url: 'https://t.example/',
      password: '',
      tolerance: '',
      strict: false,
      accounts: [{ serviceCode: '', account: '60625' }],
    });
  });

  it('keep what no field shows, and leave out what is empty', () => {
    expect(JSON.parse(settingsJson(fields, draftOf(fields, stored), stored))).toEqual({
      url: 'https://t.example/',
      strict: false,
      accounts: [{ account: '60625' }],
      pageSize: 50,
    });
  });

  it('empty what was stored and is emptied', () => {
    const draft = { ...draftOf(fields, stored), url: ' ' };
    expect(JSON.parse(settingsJson(fields, draft, stored))).not.toHaveProperty('url');
  });

  it('read a comma as people write it', () => {
    const draft = { ...draftOf(fields, stored), tolerance: '1 000,02' };
    expect(JSON.parse(settingsJson(fields, draft))).toMatchObject({ tolerance: '1000.02' });
  });

  it('name every place that must be filled in', () => {
    const draft = { ...draftOf(fields, {}), accounts: [{ serviceCode: 'CUISINE', account: '' }] };
    expect(missingPlaces(fields, draft)).toEqual(['url', 'password', 'accounts.0.account']);
  });

  it('ask for no secret that is stored already', () => {
    expect(missingPlaces(fields, draftOf(fields, stored), ['password'])).toEqual([]);
  });

  it('drop rows in which nothing was typed', () => {
    const draft = withoutBlankRows({
      accounts: [
        { serviceCode: '', account: ' ' },
        { serviceCode: '', account: '60625' },
      ],
    });
    expect(draft).toEqual({ accounts: [{ serviceCode: '', account: '60625' }] });
  });

  it('keep no secret on the device', () => {
    const draft = { ...draftOf(fields, stored), password: 'p@ss' };
    expect(withoutSecrets(fields, draft)).not.toHaveProperty('password');
  });
});

describe('a field that is asked only with one value of another', () => {
  const place: FormField = { name: 'place', label: 'Où', required: true, type: 'CHOICE' };
  const onServer = { required: true, when: { field: 'place', is: 'sftp' } };
  const asked: readonly FormField[] = [
    place,
    { ...onServer, name: 'host', label: 'Serveur', type: 'TEXT' },
    { ...onServer, name: 'password', label: 'Mot de passe', type: 'SECRET' },
  ];

  it('must be filled in only with that value', () => {
    expect(missingPlaces(asked, { place: '' })).toEqual(['place']);
    expect(missingPlaces(asked, { place: 'folder' })).toEqual([]);
    expect(missingPlaces(asked, { place: 'sftp' })).toEqual(['host', 'password']);
  });

  it('is sent only with that value, and its secret is taken away', () => {
    const typed = { host: 'sftp.example', password: 'mot' };
    const sent = (settings: Parameters<typeof settingsJson>[1]) =>
      JSON.parse(settingsJson(asked, settings, { host: 'ancien.example' }));
    expect(sent({ ...typed, place: 'sftp' })).toEqual({ ...typed, place: 'sftp' });
    expect(sent({ ...typed, place: 'folder' })).toEqual({ place: 'folder', password: null });
  });
});
