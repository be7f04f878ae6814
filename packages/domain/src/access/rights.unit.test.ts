import { describe, expect, it } from 'vitest';
import {
  type Actor,
  type Grant,
  type Membership,
  type Person,
  platform,
  type Role,
  type Side,
} from './actor.js';
import { allRights, may, type Right, reachOf, rights, rightsOf, structuresWhere } from './rights.js';
import { spacesOf } from './spaces.js';

const membership = (
  side: Side,
  role: Role,
  grants: readonly Grant[] = [],
  structureId = 'own',
): Membership => ({ structureId, structureName: 'Structure', side, role, grants });

const person = (...memberships: readonly Membership[]): Person => ({
  kind: 'person',
  userId: 'u1',
  name: 'Camille Renard',
  email: 'camille@exemple.test',
  memberships,
});

const grantAll = (side: Side, level: Grant['level']): Grant[] =>
  spacesOf(side).map((space) => ({ space, level }));

/** Reviewed by hand: a membership, and every right it has. */
const reviewed: readonly (readonly [string, Membership, readonly Right[]])[] = [
  [
    'main manager of a supplier',
    membership('supplier', 'mainManager'),
    [
      'issuedInvoice:read',
      'issuedInvoice:check',
      'issuedInvoice:deposit',
      'issuedInvoice:complete',
      'organisation:read',
      'organisation:change',
      'organisation:move',
      'settings:read',
      'settings:change',
      'person:read',
      'person:grant',
      'person:appoint',
      'person:export',
      'mandate:read',
      'mandate:give',
      'technicalAccount:read',
      'technicalAccount:manage',
    ],
  ],
  [
    'deputy manager of a public entity',
    membership('publicEntity', 'deputyManager'),
    [
      'receivedInvoice:read',
      'receivedInvoice:process',
      'engagement:read',
      'engagement:manage',
      'organisation:read',
      'organisation:change',
      'settings:read',
      'settings:change',
      'person:read',
      'person:grant',
      'person:export',
      'technicalAccount:read',
      'technicalAccount:manage',
      'connector:read',
      'connector:operate',
    ],
  ],
  [
    'user of a supplier with every space in full',
    membership('supplier', 'user', grantAll('supplier', 'full')),
    [
      'issuedInvoice:read',
      'issuedInvoice:check',
      'issuedInvoice:deposit',
      'issuedInvoice:complete',
      'organisation:read',
      'organisation:change',
      'settings:read',
      'settings:change',
      'person:read',
      'mandate:read',
      'technicalAccount:read',
      'technicalAccount:manage',
    ],
  ],
  [
    'user of a public entity who reads every space',
    membership('publicEntity', 'user', grantAll('publicEntity', 'read')),
    [
      'receivedInvoice:read',
      'engagement:read',
      'organisation:read',
      'settings:read',
      'person:read',
      'technicalAccount:read',
      'connector:read',
    ],
  ],
  ['user without any space', membership('supplier', 'user'), ['organisation:read']],
];

describe('rights', () => {
  it.each(reviewed)('are as reviewed for a %s', (_, held, granted) => {
    expect(rightsOf(held)).toEqual(granted);
    expect(allRights.filter((right) => may(person(held), right, 'own'))).toEqual(granted);
  });

  it('end at the door of another structure', () => {
    for (const [, held] of reviewed)
      for (const right of allRights) expect(may(person(held), right, 'other')).toBe(false);
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
    const twoHats = person(
      membership('supplier', 'user', [{ space: 'issuedInvoices', level: 'full' }], 'firm'),
      membership('publicEntity', 'user', [{ space: 'receivedInvoices', level: 'read' }], 'town'),
    );
    expect(structuresWhere(twoHats, 'issuedInvoice:deposit')).toEqual(['firm']);
    expect(structuresWhere(twoHats, 'receivedInvoice:read')).toEqual(['town']);
    expect(may(twoHats, 'receivedInvoice:process', 'town')).toBe(false);
    expect(may(twoHats, 'issuedInvoice:read', 'town')).toBe(false);
  });

  it('narrowed to services reach those services only', () => {
    const grants: Grant[] = [{ space: 'receivedInvoices', level: 'full', services: ['ECOLES'] }];
    const agent = person(membership('publicEntity', 'user', grants));
    const mayProcess = (serviceCode: string | null): boolean =>
      may(agent, 'receivedInvoice:process', 'own', { serviceCode });
    expect([mayProcess('ECOLES'), mayProcess('VOIRIE'), mayProcess(null)]).toEqual([true, false, false]);
    expect(may(agent, 'receivedInvoice:read', 'own')).toBe(true);
    expect(reachOf(agent, 'receivedInvoice:read')).toEqual([{ structureId: 'own', services: ['ECOLES'] }]);
  });

  it('about the inside of a house are never held through a mandate', () => {
    const mandate = { mandateId: 'm1', holderId: 'cabinet', holderName: 'Cabinet Roche' };
    const held = { ...membership('supplier', 'user', grantAll('supplier', 'full')), mandate };
    const inside = allRights.filter((right) =>
      (rights[right].when as readonly string[]).includes('notThroughMandate'),
    );
    expect(rightsOf(held).filter((right) => inside.includes(right))).toEqual([]);
    expect(rightsOf(held)).toContain('issuedInvoice:deposit');
  });
});
