import { expect, it } from 'vitest';
import type { Membership } from './actor.js';
import { membershipsAt } from './memberships-at.js';

const until = new Date('2026-06-01T00:00:00Z');
const before = new Date('2026-05-31T23:59:59Z');
const held: Membership = {
  structureId: 's1',
  structureName: 'Structure',
  side: 'supplier',
  role: 'user',
  grants: [{ space: 'issuedInvoices', level: 'read' }],
};

it('keeps a membership until its last moment, that moment excluded', () => {
  const boxed = { ...held, until };
  expect(membershipsAt([boxed], before)).toEqual([boxed]);
  expect(membershipsAt([boxed], until)).toEqual([]);
});

it('lets go of a grant that is over and keeps the others', () => {
  const grants = [...held.grants, { space: 'settings', level: 'full', until } as const];
  expect(membershipsAt([{ ...held, grants }], until)).toEqual([held]);
});
