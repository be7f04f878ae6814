import { expect, it } from 'vitest';
import { asQuery, isAsked, readFilters } from './directory-filters.js';

it('reads what the address bar holds, numbers included, and leaves out what it does not know', () => {
  expect(readFilters({ q: 217600123, departement: 1, type: 'sante' })).toEqual({
    q: '217600123',
    departement: '01',
    type: 'sante',
  });
  expect(readFilters({ q: ' ', departement: '999', type: 'x' })).toEqual({});
  expect(readFilters({ departement: '2a' })).toEqual({ departement: '2A' });
});

it('asks the gateway nothing while nothing is asked', () => {
  expect(isAsked({})).toBe(false);
  expect(isAsked({ departement: '61' })).toBe(true);
  expect(asQuery({ type: 'collectivite' })).toEqual({ search: '', kind: 'LOCAL_AUTHORITY' });
});
