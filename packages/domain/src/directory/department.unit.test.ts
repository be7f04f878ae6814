import { expect, it } from 'vitest';
import { departmentOf } from './department.js';

it.each([
  ['75011', '75'],
  ['01 000', '01'],
  ['20000', '2A'],
  ['20137', '2A'],
  ['20200', '2B'],
  ['20600', '2B'],
  ['97400', '974'],
  ['98800', '988'],
])('the department of post code %s is %s', (postCode, department) => {
  expect(departmentOf({ country: 'FR', postCode })).toBe(department);
});

it.each([
  ['a country other than France', { country: 'BE', postCode: '10000' }],
  ['four digits', { country: 'FR', postCode: '1000' }],
  ['letters', { country: 'FR', postCode: '7501A' }],
  ['a number no department has', { country: 'FR', postCode: '00123' }],
  ['nothing', { country: 'FR' }],
])('%s gives none', (_, address) => {
  expect(departmentOf(address)).toBeUndefined();
});
