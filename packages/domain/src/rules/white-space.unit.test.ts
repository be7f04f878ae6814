import { expect, it } from 'vitest';
import { bare } from './white-space.js';

it.each([
  [' \t\r\nEUR \n', 'EUR'],
  ['E U R', 'E U R'],
  ['\u00a0EUR', '\u00a0EUR'],
  [' \n', ''],
  ['', ''],
])('takes the white space of XML from around %j', (text, left) => {
  expect(bare(text)).toBe(left);
});

// As a pattern that begins again at each space, this would take hours.
it('takes as long as the text is', () => {
  const text = `E${' '.repeat(1_000_000)}R`;
  expect(bare(text)).toBe(text);
});
