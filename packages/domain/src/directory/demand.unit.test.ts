import { describe, expect, it } from 'vitest';
import {
  asksForEngagement,
  demandOf,
  demands,
  engagementNumberRequiredBy,
  requirementsOf,
  serviceDemandOf,
  serviceDemands,
} from './demand.js';

describe('the demand of an entity', () => {
  it.each(demands)('%s comes back from the switches it sets', (demand) => {
    expect(demandOf(requirementsOf(demand))).toBe(demand);
  });

  it('is the stronger one where switches contradict each other', () => {
    const requirements = { ...requirementsOf('serviceCode'), serviceCodeOrEngagementNumber: true };
    expect(demandOf(requirements)).toBe('serviceCode');
  });
});

describe('the demand of a service', () => {
  it.each(serviceDemands)('%s comes back from what the service keeps', (demand) => {
    const engagementNumberRequired = engagementNumberRequiredBy(demand);
    expect(serviceDemandOf(engagementNumberRequired === undefined ? {} : { engagementNumberRequired })).toBe(
      demand,
    );
  });

  it('decides over the entity, both ways, and leaves it to the entity when it says nothing', () => {
    expect(asksForEngagement(requirementsOf('nothing'), { engagementNumberRequired: true })).toBe(true);
    expect(asksForEngagement(requirementsOf('both'), { engagementNumberRequired: false })).toBe(false);
    expect(asksForEngagement(requirementsOf('both'), {})).toBe(true);
    expect(asksForEngagement(requirementsOf('nothing'))).toBe(false);
  });
});
