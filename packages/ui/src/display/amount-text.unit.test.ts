import { expect, it } from 'vitest';
import { formatAmount } from './amount-text.js';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

it('shows every digit of an amount too large or too fine for a float', () => {
  expect(plain(formatAmount('12345678901234567.89', 'EUR', 'fr-FR'))).toBe('12 345 678 901 234 567,89 €');
  expect(plain(formatAmount('0.12345', 'EUR', 'fr-FR'))).toBe('0,12345 €');
});

it('gives cents to a whole amount', () => {
  expect(formatAmount('1234', 'EUR', 'en-GB')).toBe('€1,234.00');
});
