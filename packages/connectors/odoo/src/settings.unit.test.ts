import { describe, expect, it } from 'vitest';
import { parseOdooSettings } from './settings.js';

const least = {
  url: 'https://mairie.odoo.example',
  database: 'mairie',
  user: 'parvis@mairie.example',
  apiKey: 'cle',
  payableAccount: '401100',
  expenseAccount: '606250',
};

const faultsOf = (raw: object) => {
  const parsed = parseOdooSettings(raw);
  return parsed.ok ? [] : parsed.refusal.map(({ field, code }) => `${field} ${code}`);
};

describe('parseOdooSettings', () => {
  it('fills in what has a default', () => {
    expect(parseOdooSettings(least)).toMatchObject({
      ok: true,
      value: { vat: 'deductible', tolerance: '0', accounts: [], pageSize: 100, overlapSeconds: 300 },
    });
  });

  it.each([
    [{ ...least, apiKey: undefined }, 'apiKey missing'],
    [{ ...least, url: 'mairie.odoo.example' }, 'url malformed'],
    [{ ...least, journals: 'ACH' }, 'journals unknown'],
    [{ ...least, accounts: [{ serviceCode: 'RESTAURATION' }] }, 'accounts.0.account missing'],
    [{ ...least, vat: 'half' }, 'vat malformed'],
  ])('names the field that cannot be used: %#', (raw, fault) => {
    expect(faultsOf(raw)).toEqual([fault]);
  });
});
