import type { TrytonSettings } from '../settings.js';

/** Those under which the exchanges were recorded. */
export const recordedSettings: TrytonSettings = {
  url: 'http://tryton.example:8000/entity/',
  user: 'connecteur',
  password: '(hidden)',
  payableAccount: '40110',
  expenseAccount: '60625',
  accounts: [{ serviceCode: 'RESTAURATION', account: '60630' }],
  vat: 'deductible',
  taxes: [],
  tolerance: '0',
  closedPeriod: 'refuse',
  pageSize: 100,
  overlapSeconds: 0,
};
