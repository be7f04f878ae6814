import { describe, expect, it } from 'vitest';
import { statusesOf } from '../../statuses.js';
import { asQuery, columnOf, countByTab, readFilters, sortOf, sorts, tabs } from './invoice-filters.js';

describe('the filters in the address bar', () => {
  it('keeps what it knows', () => {
    expect(readFilters({ tab: 'waiting', q: ' F-2026 ', sort: 'due' })).toEqual({
      tab: 'waiting',
      q: 'F-2026',
      sort: 'due',
    });
  });

  it('leaves out what it does not know', () => {
    expect(readFilters({ tab: 'lost', sort: 7, q: '', page: 3 })).toEqual({});
  });

  it('takes a number typed in the address for the text it is', () => {
    expect(readFilters({ q: 2026 })).toEqual({ q: '2026' });
  });

  it('keeps the usual order out of the address', () => {
    expect(readFilters({ sort: 'newest' })).toEqual({});
  });

  it('asks the gateway for every invoice, newest first, when nothing is chosen', () => {
    expect(asQuery({})).toEqual({ filter: {}, order: 'NEWEST_FIRST' });
  });

  it('asks the gateway for the statuses of a tab', () => {
    expect(asQuery({ tab: 'paid', q: 'Valmont', sort: 'largest' })).toEqual({
      filter: { statuses: ['IN_PAYMENT'], text: 'Valmont' },
      order: 'LARGEST_FIRST',
    });
  });
});

describe('the heads of the table', () => {
  it('each say the order that pressing them asks for', () => {
    for (const sort of sorts) expect(sortOf(columnOf[sort].key, columnOf[sort].direction)).toBe(sort);
  });

  it('never sort amounts from the smallest, which helps nobody', () => {
    expect(sortOf('amount', 'ascending')).toBe('largest');
  });
});

describe('the counts of the tabs', () => {
  it('puts each status in one tab only', () => {
    const all = tabs.flatMap((tab) => [...statusesOf[tab]]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('adds the statuses of a tab and leaves drafts out of the whole', () => {
    const counts = countByTab([
      { status: 'BOOKED', count: 2 },
      { status: 'MADE_AVAILABLE', count: 3 },
      { status: 'IN_PAYMENT', count: 4 },
      { status: 'DRAFT', count: 9 },
    ]);
    expect(counts).toEqual({ all: 9, waiting: 0, running: 5, paid: 4, refused: 0 });
  });
});
