import { expect, it } from 'vitest';
import { rangeOf } from './byte-range.js';

it.each([
  ['bytes=0-9', { from: 0, to: 9 }],
  ['bytes=90-', { from: 90, to: 99 }],
  ['bytes=-5', { from: 95, to: 99 }],
  ['bytes=50-1000', { from: 50, to: 99 }],
  ['bytes=-1000', { from: 0, to: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=9-3', 'unsatisfiable'],
  ['bytes=-', undefined],
  ['bytes=0-1,5-6', undefined],
  ['lines=0-1', undefined],
])('reads %s of a hundred bytes', (range, expected) => {
  expect(rangeOf({ range }, 100, '"a"')).toEqual(expected);
});

it('sends the whole of a file that has changed since', () => {
  expect(rangeOf({ range: 'bytes=5-', 'if-range': '"a"' }, 100, '"a"')).toEqual({ from: 5, to: 99 });
  expect(rangeOf({ range: 'bytes=5-', 'if-range': '"b"' }, 100, '"a"')).toBeUndefined();
});
