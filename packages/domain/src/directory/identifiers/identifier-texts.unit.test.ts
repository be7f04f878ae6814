import { expect, it } from 'vitest';
import { identifierProblemText } from './identifier-texts.js';

it('shows how numbers of the same country look, where the country is known', () => {
  const belgian = identifierProblemText('vat-form', 'be 12', 'fr');
  expect(belgian.message).toContain('BE0428759497');
  const swiss = identifierProblemText('vat-form', 'CHE', 'fr');
  expect(swiss.message).not.toMatch(/[[\]{}]/);
});

it('says the same problem in both languages', () => {
  const french = identifierProblemText('iban-length', 'FR', 'fr');
  const english = identifierProblemText('iban-length', 'FR', 'en');
  expect(french.message).toMatch(/IBAN/);
  expect(english.message).toMatch(/IBAN/);
  expect(french.message).not.toBe(english.message);
});
