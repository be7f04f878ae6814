import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetSignUp, keepWayTo, wayTo } from './kept.js';

const storage = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

const first = '/fournisseur/deposer';
const asked = `${first}?pour=00000320200017&service=ECOLES`;

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
});
afterEach(() => vi.unstubAllGlobals());

it('brings a newcomer to the invoice they wanted to make, once', () => {
  keepWayTo(`?vers=${encodeURIComponent(asked)}`);
  keepWayTo('');
  expect(wayTo(first)).toBe(asked);
  forgetSignUp();
  expect(wayTo(first)).toBe(first);
});

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example?x',
  '/fournisseur/compte?x',
  'javascript:alert(1)',
])('never leads to %s', (way) => {
  keepWayTo(`?vers=${encodeURIComponent(way)}`);
  expect(wayTo(first)).toBe(first);
});
