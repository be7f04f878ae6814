/**
 * What every connector must do, as tests. For a package of one's own:
 *
 * 1. Write a harness (`connector-harness.ts`): it opens your connector against the real system, plays the accountant in
 *    it, reads its books, and makes trouble on the way. For HTTP the trouble is ready: `startHttpTrouble(origin, steps)`
 *    in `http-trouble.ts`. For folders keep what was asked for in a `makeTroubleList()` (`trouble.ts`) and play it.
 * 2. Where there is no real system, let the harness start a server of yours that behaves as its documentation says.
 * 3. Say what the system cannot do (`connector-features.ts`); all else must hold:
 *
 *        // my-system.integration.test.ts
 *        describeConnectorContract('my system', makeHarness, { credentials: false, statuses: { refusals: false } });
 *
 * 4. Run it with vitest. A test that a system's features rule out is not defined; none is skipped.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { type FeatureChanges, featuresOf } from './connector-features.js';
import type { ConnectorHarness } from './connector-harness.js';
import { describeDeliveries } from './deliveries-contract.js';
import { describeFailures } from './failures-contract.js';
import { describeLookUps } from './look-ups-contract.js';
import { describeOthers } from './others-contract.js';
import { describePreviews } from './preview-contract.js';
import { describeSetUp } from './set-up-contract.js';
import { describeStatuses } from './statuses-contract.js';

/** The system is not to be had on this machine, and why. */
export interface SystemMissing {
  readonly missing: string;
}

/**
 * Runs the contract against a real system. Where the system itself is not to be had on this machine, each test says so
 * and is counted as skipped: none passes in silence.
 */
export const describeConnectorContract = (
  name: string,
  makeHarness: () => Promise<ConnectorHarness | SystemMissing>,
  featureChanges: FeatureChanges = {},
): void => {
  const features = featuresOf(featureChanges);
  describe(`the ${name} connector`, () => {
    let made: ConnectorHarness | SystemMissing = { missing: 'the harness was not made' };
    beforeAll(async () => {
      made = await makeHarness();
    });
    beforeEach((context) => {
      if ('missing' in made) context.skip(made.missing);
    });
    afterEach(() => {
      // What a failed test left would strike the next one.
      if (!('missing' in made)) made.trouble.calm();
    });
    afterAll(async () => {
      if (!('missing' in made)) await made.stop();
    });

    const harness = (): ConnectorHarness => {
      if ('missing' in made) throw new Error(made.missing);
      return made;
    };
    if (features.setUp) describeSetUp(harness);
    describeDeliveries(harness, features);
    describeOthers(harness, features);
    describePreviews(harness, features);
    describeFailures(harness, features);
    describeLookUps(harness, features);
    if (features.statuses) describeStatuses(harness, features, features.statuses);
  });
};
