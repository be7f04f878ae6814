import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { makeHarness } from './testing/harness.js';

// What your system cannot do is said here (see connector-features in the kit); all else must hold.
describeConnectorContract('__SYSTEM__', makeHarness, { billsThere: false, closedPeriods: false });
