import { describe, expect, it } from 'vitest';
import { advanceSeconds, readSeconds, type StampedRow, secondsRange, writeSeconds } from './whole-seconds.js';

/** Reads everything through pages, as a system would answer that sorts by fractions nobody sees. */
const readThrough = (rows: readonly StampedRow[], pageSize: number, start = readSeconds(null)) => {
  const told: StampedRow[] = [];
  let place = start;
  for (let pages = 1; pages < 100; pages += 1) {
    const { from, before = Number.POSITIVE_INFINITY, afterId } = secondsRange(place, 0);
    const inRange = rows.filter(
      ({ id, stamp }) => stamp >= from && stamp < before && id > (afterId ?? Number.NEGATIVE_INFINITY),
    );
    const sorted = inRange.toSorted((one, other) =>
      afterId === undefined ? one.stamp - other.stamp || other.id - one.id : one.id - other.id,
    );
    const page = advanceSeconds(place, sorted.slice(0, pageSize), pageSize);
    told.push(...page.told);
    place = readSeconds(writeSeconds(page.place));
    if (!page.more) return { told: told.map(({ id }) => id), place };
  }
  throw new Error('the pages never end');
};

const at = (stamp: number, ...ids: readonly number[]): StampedRow[] => ids.map((id) => ({ id, stamp }));

describe('a cursor of whole seconds', () => {
  it.each([1, 2, 3, 4, 5, 100])('tells every row through pages of %i', (pageSize) => {
    const rows = [...at(10, 1), ...at(11, 2, 3, 4, 5, 6, 7), ...at(12, 8, 9), ...at(15, 10)];
    const { told } = readThrough(rows, pageSize);
    expect([...new Set(told)].toSorted((one, other) => one - other)).toEqual(rows.map(({ id }) => id));
  });

  it('tells no row twice where no second is cut by a page', () => {
    const { told } = readThrough([...at(10, 1), ...at(11, 2), ...at(12, 3)], 2);
    expect(told).toEqual([1, 2, 3]);
  });

  it('begins the next reading before the end of the last', () => {
    const { place } = readThrough([...at(1_000, 1)], 10);
    expect(secondsRange(place, 300)).toEqual({ from: 700 });
  });

  it('begins again from a place that nobody can read', () => {
    expect(readSeconds('{"nobody":')).toEqual({ high: 0 });
    expect(readSeconds('{"high":-4}')).toEqual({ high: 0 });
  });
});
