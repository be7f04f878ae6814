import { describe, expect, test } from 'vitest';
import { type PartKind, readCursor, writeCursor } from './page-cursor.js';

const id = '01960000-0000-7000-8000-000000000001';

test('a cursor gives back the position it was made of', () => {
  const position = ['2026-03-02T11:00:00.000Z', '9999-12-31', '-1234.50', id, 42];
  const kinds: PartKind[] = ['instant', 'day', 'decimal', 'id', 'count'];
  expect(readCursor(writeCursor(position), kinds)).toEqual(position);
});

describe('a cursor that no page gave is refused:', () => {
  test.each([
    ['no cursor at all', 'n’importe quoi'],
    ['nothing', ''],
    ['a position of another list', writeCursor([id, id])],
    ['something else than a position', Buffer.from('{"length":1}').toString('base64url')],
    ['parts that are neither text nor number', Buffer.from('[{}]').toString('base64url')],
  ])('%s', (_, cursor) => {
    expect(() => readCursor(cursor, ['id'])).toThrow(RangeError);
  });

  test.each<[PartKind, string | number]>([
    ['instant', 'yesterday'],
    ['instant', '2026-13-45T00:00:00.000Z'],
    ['instant', '2026-02-30T00:00:00.000Z'],
    ['instant', '+275760-09-13T00:00:00.000Z'],
    ['instant', '0000-01-01T00:00:00.000Z'],
    ['instant', 1_772_442_000_000],
    ['day', '2026-02-30'],
    ['day', 'infinity'],
    ['decimal', 'NaN'],
    ['decimal', '1e400'],
    ['decimal', 12],
    ['decimal', '1'.repeat(1001)],
    ['id', `${id}'`],
    ['id', '42'],
    ['count', '1'],
    ['count', 1.5],
    ['count', 2_147_483_648],
  ])('no %s is %s', (kind, part) => {
    expect(() => readCursor(writeCursor([part]), [kind])).toThrow(RangeError);
  });
});
