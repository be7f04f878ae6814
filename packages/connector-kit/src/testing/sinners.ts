/** Run by `contract-suite.integration.test.ts` in a vitest of its own, where these tests are meant to fail. */
import { describeConnectorContract } from './contract-suite.js';
import { makePaperHarness } from './paper/paper-harness.js';
import { sins } from './paper/sins.js';

const small = { engagements: true, mostLines: 20, largestFile: 2_000 };

for (const [name, { commit }] of Object.entries(sins)) {
  describeConnectorContract(name, async () => makePaperHarness(commit), small);
}
