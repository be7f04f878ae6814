import { somePesSettings } from '@parvis/connector-kit/testing/pes-books';
import { describe, expect, it } from 'vitest';
import { parsePastellSettings } from './pastell/settings.js';
import { parseS2lowSettings } from './s2low/settings.js';

const pastell = {
  ...somePesSettings,
  url: 'https://pastell.example/',
  user: 'parvis',
  password: 'x',
  entity: 7,
};
const s2low = {
  ...somePesSettings,
  url: 'https://s2low.example/',
  certificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  privateKey: '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
};

const faultsOf = (parsed: ReturnType<typeof parsePastellSettings> | ReturnType<typeof parseS2lowSettings>) =>
  parsed.ok ? [] : parsed.refusal.map(({ field, code }) => [field, code]);

describe('the settings', () => {
  it('take numbers as a form sends them', () => {
    const typed = { ...pastell, entity: '7', firstBatch: '120', paymentDays: '50', exercise: '2026' };
    expect(parsePastellSettings(typed)).toMatchObject({
      ok: true,
      value: { entity: 7, firstBatch: 120, paymentDays: 50, exercise: 2026 },
    });
  });

  it.each<[string, object, readonly (readonly string[])[]]>([
    ['no entity', { entity: undefined }, [['entity', 'missing']]],
    ['an entity that is no number', { entity: 'mairie' }, [['entity', 'malformed']]],
    ['a codique too long', { post: '01409912' }, [['post', 'malformed']]],
    ['a codique of letters', { post: 'zzz' }, [['post', 'malformed']]],
    ['a nature that is none', { accounts: [{ account: '06' }] }, [['accounts.0.account', 'malformed']]],
    ['a BIC too short', { banks: [{ bank: '30001', bic: 'BDFE' }] }, [['banks.0.bic', 'malformed']]],
    ['a field nobody knows', { numero: 1 }, [['numero', 'unknown']]],
  ])('of Pastell are refused with %s', (_name, change, faults) => {
    expect(faultsOf(parsePastellSettings({ ...pastell, ...change }))).toEqual(faults);
  });

  it('of S²LOW want a certificate and its key in PEM, and not one for the other', () => {
    expect(faultsOf(parseS2lowSettings(s2low))).toEqual([]);
    expect(faultsOf(parseS2lowSettings({ ...s2low, certificate: s2low.privateKey }))).toEqual([
      ['certificate', 'malformed'],
    ]);
    const { privateKey: _key, ...without } = s2low;
    expect(faultsOf(parseS2lowSettings(without))).toEqual([['privateKey', 'missing']]);
  });
});
