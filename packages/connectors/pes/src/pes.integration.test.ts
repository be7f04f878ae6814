import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { makeFolderPlace } from '@parvis/connector-kit/testing/drop-place';
import { pesFeatures } from '@parvis/connector-kit/testing/pes-features';
import { makePesHarness } from './testing/pes-harness.js';

describeConnectorContract('PES (folder)', async () => makePesHarness(await makeFolderPlace()), {
  ...pesFeatures,
  credentials: false,
  mistreatments: ['lose', 'ask-twice', 'rewrite', 'down', 'half'],
  statuses: { ...pesFeatures.statuses, unreadable: 'setAside' },
});
