import { describe, expect, test } from 'vitest';
import { makeSettingsCipher } from './settings-cipher.js';
import { secretKey } from './testing/test-secret.js';

const settings = { address: 'https://comptabilite.invalid', secrets: { password: 'phrase à garder' } };

describe('the secrets of a connection', () => {
  const cipher = makeSettingsCipher(secretKey);

  test('are unreadable once sealed, beside settings that stay readable', () => {
    const sealed = cipher.seal(settings, 'one');
    expect(sealed.address).toBe(settings.address);
    expect(JSON.stringify(sealed)).not.toContain('phrase');
  });

  test('come back as they were, empty ones too', () => {
    expect(cipher.open(cipher.seal(settings, 'one'), 'one')).toEqual(settings);
    expect(cipher.open(cipher.seal({ secrets: {} }, 'one'), 'one')).toEqual({ secrets: {} });
    expect(cipher.open(cipher.seal({ address: 'x' }, 'one'), 'one')).toEqual({ address: 'x' });
  });

  test('are never sealed twice alike', () => {
    expect(cipher.seal(settings, 'one').secrets).not.toBe(cipher.seal(settings, 'one').secrets);
  });

  test('do not open for another connection, under another key, or altered', () => {
    const sealed = cipher.seal(settings, 'one');
    const altered = { secrets: `${String(sealed.secrets).slice(0, -2)}AA` };
    const stranger = makeSettingsCipher('another key of thirty-two letters');
    expect(() => cipher.open(sealed, 'two')).toThrow('do not open');
    expect(() => stranger.open(sealed, 'one')).toThrow('do not open');
    expect(() => cipher.open(altered, 'one')).toThrow('do not open');
  });

  test('need a key of some length', () => {
    expect(() => makeSettingsCipher('short')).toThrow(RangeError);
  });
});
