import { describe, expect, it } from 'vitest';
import type { MemberPartsFragment } from '../gql/graphql.js';
import { canBeNarrowed, draftOf, endOf, grantsOf } from './rights-draft.js';

describe('the form of rights', () => {
  const narrowed: Pick<MemberPartsFragment, 'role' | 'grants' | 'until'> = {
    role: 'USER',
    grants: [
      { space: 'RECEIVED_INVOICES', level: 'FULL', services: ['ECOLES'], until: null },
      { space: 'SETTINGS', level: 'READ', services: null, until: null },
    ],
    until: endOf('2026-06-30'),
  };

  it('gives back what somebody holds when nothing is touched', () => {
    const draft = draftOf(narrowed);
    expect(draft.until).toBe('2026-06-30');
    expect(grantsOf(draft)).toEqual([
      { space: 'RECEIVED_INVOICES', level: 'FULL', services: ['ECOLES'] },
      { space: 'SETTINGS', level: 'READ', services: null },
    ]);
    expect(endOf(draft.until)).toBe(narrowed.until);
  });

  it('gives managers no spaces, and leaves out those without access', () => {
    const draft = {
      role: 'DEPUTY_MANAGER',
      levels: { SETTINGS: 'FULL' },
      services: null,
      until: '',
    } as const;
    expect(grantsOf(draft)).toEqual([]);
    expect(grantsOf({ ...draft, role: 'USER', levels: { SETTINGS: 'NONE' } })).toEqual([]);
    expect(endOf('')).toBeNull();
  });

  it('narrows invoices received and engagements, nothing else', () => {
    expect(canBeNarrowed({ SETTINGS: 'FULL', RECEIVED_INVOICES: 'NONE' })).toBe(false);
    expect(canBeNarrowed({ ENGAGEMENTS: 'READ' })).toBe(true);
  });
});
