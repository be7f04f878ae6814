import { expect, test } from 'vitest';
import { usualServiceCode } from './usual-service-code.js';

test.each([
  ['écoles 1', 'ECOLES-1'],
  [' Œuvres (sociales) ', 'OEUVRES-SOCIALES'],
  ['voirie', 'VOIRIE'],
  ['CANTINE', undefined],
  ['D_2-B', undefined],
  [' CANTINE ', undefined],
  ['é', 'E'],
  ['', undefined],
  ['...', undefined],
])('the usual way to write « %s » is %s', (typed, usual) => {
  expect(usualServiceCode(typed)).toBe(usual);
});
