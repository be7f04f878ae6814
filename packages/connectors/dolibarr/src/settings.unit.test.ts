import { describe, expect, it } from 'vitest';
import { parseDolibarrSettings } from './settings.js';

const least = {
  url: 'https://compta.mairie.example/dolibarr/',
  apiKey: 'cle',
  payableAccount: '4011',
  expenseAccount: '60632',
};

const faultsOf = (raw: object) => {
  const parsed = parseDolibarrSettings(raw);
  return parsed.ok ? [] : parsed.refusal.map(({ field, code }) => `${field} ${code}`);
};

describe('parseDolibarrSettings', () => {
  it('fills in what has a default, and takes the entity as a form gives it', () => {
    expect(parseDolibarrSettings({ ...least, entity: '2' })).toMatchObject({
      ok: true,
      value: { vat: 'deductible', timeZone: 'Europe/Paris', entity: 2 },
    });
  });

  it.each([
    [{ ...least, apiKey: undefined }, 'apiKey missing'],
    [{ ...least, timeZone: 'Europe/Valmont' }, 'timeZone malformed'],
    [{ ...least, knownSupplier: '123' }, 'knownSupplier malformed'],
    // A journal is no part of a bill there.
    [{ ...least, journal: 'ACH' }, 'journal unknown'],
  ])('names the field that cannot be used: %#', (raw, fault) => {
    expect(faultsOf(raw)).toEqual([fault]);
  });
});
