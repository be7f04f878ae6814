import { describe, expect, it } from 'vitest';
import { asQuery, countIn, readListView } from './list-view.js';

describe('the list in the address bar', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(readListView({ tab: 'paid', q: ' 42 ', sort: 'due', page: '7' })).toEqual({
      tab: 'paid',
      q: '42',
      sort: 'due',
    });
    expect(readListView({ tab: 'nonsense', q: '', sort: 'newest' })).toEqual({});
  });

  it('reads a number typed as a search, since the router has parsed it', () => {
    expect(readListView({ q: 1042 })).toEqual({ q: '1042' });
  });

  it('asks the gateway for the statuses of its tab', () => {
    expect(asQuery({ tab: 'refused' })).toEqual({ filter: { statuses: ['REFUSED'] }, order: 'NEWEST_FIRST' });
  });

  it('counts every status under "all" and only its own under a tab', () => {
    const counts = [
      { status: 'SUSPENDED', count: 2 },
      { status: 'TO_REROUTE', count: 1 },
      { status: 'IN_PAYMENT', count: 9 },
    ] as const;
    expect(countIn('all', counts)).toBe(12);
    expect(countIn('suspended', counts)).toBe(3);
  });
});
