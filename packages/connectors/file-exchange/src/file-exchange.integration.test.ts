import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { makeFolderPlace } from '@parvis/connector-kit/testing/drop-place';
import { fileFeatures } from './testing/features.js';
import { makePivotHarness } from './testing/pivot-harness.js';

describeConnectorContract('file exchange (folder)', async () => makePivotHarness(await makeFolderPlace()), {
  ...fileFeatures,
  credentials: false,
  mistreatments: ['lose', 'ask-twice', 'rewrite', 'down', 'half'],
});
