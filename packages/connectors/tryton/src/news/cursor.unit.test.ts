import { describe, expect, it } from 'vitest';
import { earliest } from '../protocol/values.js';
import { advance, rangeOf, readCursor, together, writeCursor } from './cursor.js';

const at = (second: number) => `2026-03-10T12:00:${String(second).padStart(2, '0')}.000123`;
const rows = (...seconds: number[]) => seconds.map((second) => ({ stamp: at(second), id: second }));

describe('the place in a stream', () => {
  it('begins at the beginning without a cursor, and with one nobody can read', () => {
    const beginning = { high: earliest };
    expect(readCursor(null).invoices).toEqual(beginning);
    expect(readCursor('{"invoices":7}').invoices).toEqual(beginning);
    expect(rangeOf(beginning, 300)).toEqual({ from: earliest });
  });

  it('goes on after the last row of a full page, within the same reading', () => {
    const { place, more } = advance({ high: at(1) }, rows(3, 4), { from: at(1), pageSize: 2 });
    expect(more).toBe(true);
    expect(rangeOf(place, 300)).toEqual({ from: at(1), after: { stamp: at(4), id: 4 } });
  });

  it('begins the next reading before the end of the last, for what was committed late', () => {
    const { place, more } = advance({ high: at(1) }, rows(30), { from: at(1), pageSize: 2 });
    expect(more).toBe(false);
    expect(rangeOf(place, 20)).toEqual({ from: at(10) });
  });

  it('never goes back', () => {
    expect(advance({ high: at(40) }, rows(3), { from: at(1), pageSize: 2 }).place).toEqual({ high: at(40) });
    expect(advance({ high: at(40) }, [], { from: at(1), pageSize: 2 }).place).toEqual({ high: at(40) });
  });

  it('is kept as text with its microseconds', () => {
    const places = { ...readCursor(null), payments: { high: at(7) } };
    expect(readCursor(writeCursor(places))).toEqual(places);
  });

  it('waits for the other streams at its end, and begins again with them', () => {
    const reading = { high: at(9), reading: { from: at(1), at: { stamp: at(4), id: 4 } } };
    const done = { place: { high: at(7) }, more: false };
    const halfway = together({ invoices: { place: reading, more: true }, payments: done, notes: done });
    expect(halfway).toEqual({
      more: true,
      places: {
        invoices: reading,
        payments: { high: at(7), finished: true },
        notes: { high: at(7), finished: true },
      },
    });
    expect(readCursor(writeCursor(halfway.places))).toEqual(halfway.places);
    const end = together({
      invoices: { place: { high: at(9) }, more: false },
      payments: { place: halfway.places.payments, more: false },
      notes: { place: halfway.places.notes, more: false },
    });
    expect(end).toEqual({
      more: false,
      places: { invoices: { high: at(9) }, payments: { high: at(7) }, notes: { high: at(7) } },
    });
  });
});
