import { describe, expect, it } from 'vitest';
import type { Grant, Membership } from './actor.js';
import { beyondGiver, spacesForPrograms } from './program-scope.js';

const town: Membership = {
  structureId: 'town',
  structureName: 'Commune',
  side: 'publicEntity',
  role: 'user',
  grants: [
    { space: 'receivedInvoices', level: 'read' },
    { space: 'engagements', level: 'full', services: ['ECOLES'] },
  ],
};
const manager: Membership = { ...town, role: 'deputyManager', grants: [] };

describe('the scope of a key', () => {
  it('never opens what people decide: people, mandates, keys', () => {
    for (const side of ['supplier', 'publicEntity'] as const)
      for (const space of ['people', 'mandates', 'technicalAccounts'] as const)
        expect(spacesForPrograms(side)).not.toContain(space);
    expect(beyondGiver([{ space: 'people', level: 'read' }], manager)).toBe('people');
  });

  it('opens only spaces in which something can be done', () => {
    expect(spacesForPrograms('supplier')).toEqual(['issuedInvoices', 'settings']);
    expect(spacesForPrograms('publicEntity')).toEqual([
      'receivedInvoices',
      'engagements',
      'settings',
      'connections',
    ]);
  });

  it('never goes further than the access of whoever gives it', () => {
    const further: readonly Grant[] = [
      { space: 'receivedInvoices', level: 'full' },
      { space: 'connections', level: 'read' },
      { space: 'engagements', level: 'read' },
      { space: 'engagements', level: 'read', services: ['ECOLES', 'VOIRIE'] },
    ];
    for (const grant of further) {
      expect(beyondGiver([grant], town)).toBe(grant.space);
      expect(beyondGiver([grant], manager)).toBeUndefined();
    }
  });

  it('may be as wide as that access', () => {
    const same: readonly Grant[] = [
      { space: 'receivedInvoices', level: 'read' },
      { space: 'engagements', level: 'read', services: ['ECOLES'] },
    ];
    expect(beyondGiver(same, town)).toBeUndefined();
  });

  it('stays on its side', () => {
    expect(beyondGiver([{ space: 'issuedInvoices', level: 'read' }], manager)).toBe('issuedInvoices');
  });

  it('is not narrowed to services where nobody asks for them: it would open everything', () => {
    const services = ['ECOLES'];
    expect(beyondGiver([{ space: 'settings', level: 'full', services }], manager)).toBe('settings');
    const seller = { ...manager, side: 'supplier' } as const;
    expect(beyondGiver([{ space: 'issuedInvoices', level: 'read', services }], seller)).toBe(
      'issuedInvoices',
    );
    expect(beyondGiver([{ space: 'engagements', level: 'full', services }], manager)).toBeUndefined();
  });
});
