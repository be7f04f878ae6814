import type { FeatureChanges } from '@parvis/connector-kit/testing/connector-features';

export const standInFeatures: FeatureChanges = {
  // A draft may bear any date: Odoo looks at closed periods when it is posted.
  closedPeriods: false,
  engagements: true,
  mostLines: 1_000,
};
