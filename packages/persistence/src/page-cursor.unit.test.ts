import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './page-cursor.js';

test('a cursor gives back the position it was made of', () => {
  const position = ['2026-03-02T11:00:00.000Z', 'été', 42];
  expect(readCursor(writeCursor(position), 3)).toEqual(position);
});

test.each([
  ['no cursor at all', 'n’importe quoi'],
  ['a position of another list', writeCursor(['one', 'two'])],
  ['something else than a position', Buffer.from('{"length":3}').toString('base64url')],
  ['parts that are neither text nor number', Buffer.from('[1,2,{}]').toString('base64url')],
])('refuses %s', (_, cursor) => {
  expect(() => readCursor(cursor, 3)).toThrow(RangeError);
});
