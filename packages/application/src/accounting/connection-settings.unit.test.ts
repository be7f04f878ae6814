import { say } from '@parvis/domain/display/language';
import { describe, expect, test } from 'vitest';
import { fileSettings } from './connection-settings.js';
import type { OfferedField, OfferedKind, OfferedStep } from './connector-catalogue.js';

const field = (name: string, type: OfferedField['type']): OfferedField => ({
  ...{ name, type, label: say(name, name), required: false },
});
const step = (key: string, fields: readonly OfferedField[]): OfferedStep => ({
  ...{ key, fields, title: say(key, key), help: say(key, key), hasTest: true },
});
const kind: OfferedKind = {
  system: 'own',
  label: 'Own',
  description: say('', ''),
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: true },
  statusWords: [],
  steps: [
    step('reach', [field('url', 'url'), field('user', 'text'), field('secret', 'secret')]),
    step('more', [field('readBackUrl', 'url'), field('journal', 'lookUp')]),
  ],
};
const stored = {
  url: 'https://a.example',
  user: 'parvis',
  readBackUrl: 'https://a.example/b',
  secrets: { secret: 's' },
};
const { secrets: _secrets, ...plain } = stored;
const filed = (change: object) => fileSettings(kind, { ...plain, ...change }, stored);

describe('a stored secret', () => {
  test.each(['url', 'user', 'readBackUrl'])('goes nowhere once somebody has changed: %s', (name) => {
    const { merged, faults } = filed({ [name]: 'https://elsewhere.example' });
    expect(merged).not.toHaveProperty('secret');
    expect(faults).toMatchObject([{ field: 'secret', code: 'missing' }]);
  });

  test('is kept where nothing decides otherwise where it goes', () => {
    expect(filed({ journal: 'ACH' })).toMatchObject({ merged: { secret: 's' }, faults: [] });
  });
});

describe('an address', () => {
  test.each(['https://agent:clef@a.example', 'https://agent@a.example/x', ' HTTPS:\\\\agent:clef@a.example'])(
    'holds no name and no password: %s',
    (url) => {
      const { faults } = fileSettings(kind, { url, readBackUrl: url, secret: 's' });
      expect(faults).toMatchObject([
        { field: 'url', code: 'malformed' },
        { field: 'readBackUrl', code: 'malformed' },
      ]);
    },
  );

  test('may hold the sign that names hold, further on', () => {
    expect(fileSettings(kind, { url: 'https://a.example/x@y?z=@' }).faults).toEqual([]);
  });
});
