import { describe, expect, it } from 'vitest';
import type { Membership } from './actor.js';
import { type MandateInForce, mandatedMemberships, mandateMark } from './mandated.js';

const endsAt = new Date('2026-12-31T23:00:00Z');
const sooner = new Date('2026-06-30T22:00:00Z');
const house: Membership = {
  structureId: 'cabinet',
  structureName: 'Cabinet Roche',
  side: 'supplier',
  role: 'mainManager',
  grants: [],
};
const mandate: MandateInForce = {
  mandateId: 'm1',
  clientId: 'client',
  clientName: 'Menuiserie',
  holderId: 'cabinet',
  grants: [{ space: 'issuedInvoices', level: 'full' }],
  endsAt,
};
const user = (level: 'read' | 'full'): Membership => ({
  ...house,
  role: 'user',
  grants: [{ space: 'mandates', level }],
});
const clientsOf = (...own: Membership[]) =>
  mandatedMemberships(own, [mandate]).map(({ structureId }) => structureId);

describe('mandates', () => {
  it('give the people of the holder who work with them the scope, until its end', () => {
    expect(mandatedMemberships([house], [mandate])).toEqual([
      {
        structureId: 'client',
        structureName: 'Menuiserie',
        side: 'supplier',
        role: 'user',
        grants: mandate.grants,
        until: endsAt,
        mandate: { mandateId: 'm1', holderId: 'cabinet', holderName: 'Cabinet Roche' },
      },
    ]);
  });

  it('are for managers and for users with the space in full', () => {
    expect(clientsOf(user('full'))).toEqual(['client']);
    expect(clientsOf(user('read'))).toEqual([]);
    expect(clientsOf({ ...house, role: 'user' })).toEqual([]);
    expect(clientsOf({ ...house, role: 'deputyManager' })).toEqual(['client']);
  });

  it('are not passed on, and do not reach whoever works elsewhere', () => {
    const held = { mandateId: 'm0', holderId: 'other', holderName: 'Autre' };
    expect(clientsOf({ ...user('full'), mandate: held })).toEqual([]);
    expect(clientsOf({ ...house, structureId: 'elsewhere' })).toEqual([]);
  });

  it('end with the time of the person in the house', () => {
    expect(mandatedMemberships([{ ...house, until: sooner }], [mandate])[0]?.until).toBe(sooner);
  });

  it('add nothing for a manager of the client', () => {
    const own = { ...house, structureId: 'client' };
    expect(clientsOf(house, own)).toEqual([]);
    expect(clientsOf(house, { ...own, role: 'user' })).toEqual(['client']);
  });

  it('mark who acts through one, and nobody else', () => {
    const [mandated] = mandatedMemberships([house], [mandate]);
    const own: Membership = { ...house, structureId: 'client', role: 'user' };
    expect(mandateMark(mandated ? [house, mandated] : [], 'client')).toBe('Cabinet Roche');
    expect(mandateMark(mandated ? [own, mandated] : [], 'client')).toBeUndefined();
    expect(mandateMark([house], 'cabinet')).toBeUndefined();
  });
});
