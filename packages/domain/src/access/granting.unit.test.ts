import { describe, expect, it } from 'vitest';
import { brokenCondition, type GrantChange, type Held } from './granting.js';

const at = new Date('2026-03-02T09:00:00Z');
const earlier = new Date('2026-03-02T08:59:59Z');
const later = new Date('2026-12-31T23:00:00Z');
const user: Held = { role: 'user', grants: [{ space: 'receivedInvoices', level: 'read' }] };
const deputy: Held = { role: 'deputyManager', grants: [] };
const main: Held = { role: 'mainManager', grants: [] };

const change = (over: Partial<GrantChange>): GrantChange => ({
  by: { role: 'mainManager' },
  isOneself: false,
  side: 'publicEntity',
  before: user,
  after: user,
  anotherMainManager: true,
  at,
  ...over,
});
const ending = (over: Partial<GrantChange>): GrantChange => {
  const { after: _after, ...rest } = change(over);
  return rest;
};
const asDeputy = { by: { role: 'deputyManager' } } as const;
const giving = (grant: Held['grants'][number]) => change({ after: { role: 'user', grants: [grant] } });

describe('changing what somebody may do', () => {
  it.each([
    ['a main manager gives a user spaces', change({})],
    ['a deputy gives a user spaces', change(asDeputy)],
    ['a deputy ends the membership of a user', ending(asDeputy)],
    ['a main manager appoints a deputy', change({ after: deputy })],
    ['a main manager appoints another main manager', change({ after: main })],
    ['a main manager steps over another, who is not the last', change({ before: main, after: deputy })],
    ['a main manager ends another, who is not the last', ending({ before: main })],
    ['a deputy time-boxes a user', change({ ...asDeputy, after: { ...user, until: later } })],
    [
      'received invoices are narrowed to a service',
      giving({ space: 'receivedInvoices', level: 'full', services: ['A'] }),
    ],
    [
      'the end of a main manager for a time is drawn nearer',
      change({
        before: { ...main, until: later },
        after: { ...main, until: later },
        anotherMainManager: false,
      }),
    ],
  ])('%s', (_, allowed) => {
    expect(brokenCondition(allowed)).toBeUndefined();
  });

  it.each([
    ['notOneself', change({ isOneself: true })],
    ['notOneself', ending({ isOneself: true, before: deputy })],
    ['deputyLeavesMainManager', change({ ...asDeputy, before: main, after: main })],
    ['deputyLeavesMainManager', ending({ ...asDeputy, before: main })],
    ['mainManagerAppoints', change({ ...asDeputy, after: deputy })],
    ['mainManagerAppoints', change({ ...asDeputy, after: main })],
    ['mainManagerAppoints', ending({ ...asDeputy, before: deputy })],
    ['mainManagerAppoints', change({ ...asDeputy, before: deputy, after: user })],
    ['mainManagerRemains', change({ before: main, after: deputy, anotherMainManager: false })],
    ['mainManagerRemains', ending({ before: main, anotherMainManager: false })],
    [
      'mainManagerRemains',
      change({ before: main, after: { ...main, until: later }, anotherMainManager: false }),
    ],
    ['withinTheSide', giving({ space: 'mandates', level: 'read' })],
    ['withinTheSide', change({ side: 'supplier' })],
    ['servicesWhereTheyCount', giving({ space: 'settings', level: 'full', services: ['A'] })],
    ['servicesWhereTheyCount', giving({ space: 'receivedInvoices', level: 'full', services: [] })],
    ['endLiesAhead', change({ after: { ...user, until: at } })],
    ['endLiesAhead', giving({ space: 'receivedInvoices', level: 'full', until: earlier })],
  ] as const)('breaks %s', (condition, refused) => {
    expect(brokenCondition(refused)).toBe(condition);
  });
});
