import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { ConnectorHarness } from './connector-harness.js';
import { describeDeliveries } from './deliveries-contract.js';
import { describeFailures } from './failures-contract.js';
import { describeStatuses } from './statuses-contract.js';

/** The system is not to be had on this machine, and why. */
export interface SystemMissing {
  readonly missing: string;
}

/**
 * What every connector must do, against its real system. Where the system is not to be had, each test says so and is
 * counted as skipped: none passes in silence.
 */
export const describeConnectorContract = (
  name: string,
  makeHarness: () => Promise<ConnectorHarness | SystemMissing>,
): void => {
  describe(`the ${name} connector`, () => {
    let made: ConnectorHarness | SystemMissing = { missing: 'the harness was not made' };
    beforeAll(async () => {
      made = await makeHarness();
    });
    beforeEach((context) => {
      if ('missing' in made) context.skip(made.missing);
    });
    afterAll(async () => {
      if (!('missing' in made)) await made.stop();
    });

    const harness = (): ConnectorHarness => {
      if ('missing' in made) throw new Error(made.missing);
      return made;
    };
    describeDeliveries(harness);
    describeFailures(harness);
    describeStatuses(harness);
  });
};
