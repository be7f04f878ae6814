import { describe, expect, it } from 'vitest';
import { type Actor, type Person, platform, type Role, type Side } from './actor.js';
import { may, type Right, rights, structuresWhere } from './rights.js';

/** Reviewed by hand: side, role, and every right it has. */
const reviewed: readonly (readonly [Side, Role, readonly Right[]])[] = [
  [
    'supplier',
    'manager',
    ['issuedInvoice:read', 'issuedInvoice:check', 'issuedInvoice:deposit', 'issuedInvoice:complete'],
  ],
  [
    'supplier',
    'agent',
    ['issuedInvoice:read', 'issuedInvoice:check', 'issuedInvoice:deposit', 'issuedInvoice:complete'],
  ],
  ['supplier', 'reader', ['issuedInvoice:read', 'issuedInvoice:check']],
  [
    'publicEntity',
    'manager',
    ['receivedInvoice:read', 'receivedInvoice:process', 'connector:read', 'connector:operate'],
  ],
  [
    'publicEntity',
    'agent',
    ['receivedInvoice:read', 'receivedInvoice:process', 'connector:read', 'connector:operate'],
  ],
  ['publicEntity', 'reader', ['receivedInvoice:read', 'connector:read']],
];

const person = (side: Side, role: Role, structureId = 'own'): Person => ({
  kind: 'person',
  userId: 'u1',
  name: 'Camille Renard',
  email: 'camille@exemple.test',
  memberships: [{ structureId, structureName: 'Structure', side, role }],
});

const allRights = Object.keys(rights) as Right[];

describe('rights', () => {
  it.each(reviewed)('are as reviewed for a %s %s', (side, role, granted) => {
    expect(allRights.filter((right) => may(person(side, role), right, 'own'))).toEqual(granted);
  });

  it('cover every side and role', () => {
    expect(new Set(reviewed.map(([side, role]) => `${side} ${role}`)).size).toBe(6);
  });

  it('end at the door of another structure', () => {
    for (const [side, role] of reviewed)
      for (const right of allRights) expect(may(person(side, role), right, 'other')).toBe(false);
  });

  it('are not held by the platform or by connections', () => {
    const connection: Actor = { kind: 'connection', connectionId: 'c1', structureId: 'own', name: 'Tryton' };
    for (const actor of [platform, connection])
      for (const right of allRights) {
        expect(may(actor, right, 'own')).toBe(false);
        expect(structuresWhere(actor, right)).toEqual([]);
      }
  });

  it('add up over memberships without leaking from one to the other', () => {
    const twoHats: Person = {
      ...person('supplier', 'agent', 'firm'),
      memberships: [
        ...person('supplier', 'agent', 'firm').memberships,
        ...person('publicEntity', 'reader', 'town').memberships,
      ],
    };
    expect(structuresWhere(twoHats, 'issuedInvoice:deposit')).toEqual(['firm']);
    expect(structuresWhere(twoHats, 'receivedInvoice:read')).toEqual(['town']);
    expect(may(twoHats, 'receivedInvoice:process', 'town')).toBe(false);
    expect(may(twoHats, 'issuedInvoice:read', 'town')).toBe(false);
  });
});
