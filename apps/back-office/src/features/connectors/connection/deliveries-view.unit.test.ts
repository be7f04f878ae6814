import { describe, expect, it } from 'vitest';
import { countIn, readDeliveriesView, writeDeliveriesView } from './deliveries-view.js';

describe('the view of deliveries in the address bar', () => {
  it('comes back as it was written', () => {
    const view = { etat: 'refused', q: 'F 12', facture: 'abc' } as const;
    const written = Object.fromEntries(new URLSearchParams(writeDeliveriesView(view)));
    expect(readDeliveriesView(written)).toEqual(view);
  });

  it('is everything where nothing, or nothing known, is said', () => {
    expect(readDeliveriesView({ etat: 'nulle part' })).toEqual({ etat: 'all', q: '' });
    expect(writeDeliveriesView({ etat: 'all', q: '' })).toBe('');
  });
});

describe('the count of a group', () => {
  it('sums its states', () => {
    const counts = [
      { __typename: 'DeliveryCount' as const, state: 'WAITING' as const, count: 2 },
      { __typename: 'DeliveryCount' as const, state: 'SENDING' as const, count: 1 },
      { __typename: 'DeliveryCount' as const, state: 'PARKED' as const, count: 4 },
    ];
    expect(countIn(counts, 'waiting')).toBe(3);
    expect(countIn(counts, 'all')).toBe(7);
  });
});
