import { describeConnectorContract } from './contract-suite.js';
import { makePaperHarness } from './paper/paper-harness.js';

/** An honest connector to books that cannot fail: whatever fails here is wrong with the suite itself. */
describeConnectorContract('paper', async () => makePaperHarness(), { engagements: true });
