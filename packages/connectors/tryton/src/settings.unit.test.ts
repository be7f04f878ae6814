import { describe, expect, it } from 'vitest';
import { parseTrytonSettings } from './settings.js';

const sufficient = {
  url: 'https://tryton.example/mairie/',
  user: 'connecteur',
  password: 'secret',
  payableAccount: '40110',
  expenseAccount: '60625',
};

const faultsOf = (raw: unknown) => {
  const parsed = parseTrytonSettings(raw);
  return parsed.ok ? [] : parsed.refusal.map(({ field, code }) => [field, code]);
};

describe('the settings of a Tryton connection', () => {
  it('are few, the others have their usual values', () => {
    expect(parseTrytonSettings(sufficient)).toMatchObject({
      value: { vat: 'deductible', closedPeriod: 'refuse', tolerance: '0', overlapSeconds: 300 },
    });
  });

  it('are read as they were written before accounts could depend on more than the service', () => {
    const before = {
      ...sufficient,
      accounts: [{ serviceCode: 'RESTAURATION', account: '60630' }],
      taxes: [{ rate: '20', name: 'TVA déductible 20 %' }],
      journal: 'ACH',
    };
    expect(parseTrytonSettings(before)).toMatchObject({ ok: true, value: before });
  });

  it.each([
    [{ ...sufficient, url: 'tryton.example' }, [['url', 'malformed']]],
    [{ ...sufficient, url: 'file:///etc/passwd' }, [['url', 'malformed']]],
    [{ ...sufficient, pasword: 'x' }, [['pasword', 'unknown']]],
    [{ ...sufficient, payableAccount: undefined }, [['payableAccount', 'missing']]],
    [{ ...sufficient, accounts: [{ serviceCode: 'A' }] }, [['accounts.0.account', 'missing']]],
    [undefined, [['settings', 'missing']]],
  ])('name the field that cannot be used', (raw, faults) => {
    expect(faultsOf(raw)).toEqual(faults);
  });
});
