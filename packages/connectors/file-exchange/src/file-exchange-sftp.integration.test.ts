import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { makeSftpPlace } from '@parvis/connector-kit/testing/drop-place';
import { fileFeatures } from './testing/features.js';
import { makePivotHarness } from './testing/pivot-harness.js';

describeConnectorContract(
  'file exchange (SFTP, archives)',
  async () => {
    const place = await makeSftpPlace();
    return place
      ? makePivotHarness(place, { packaging: 'tar.gz' })
      : { missing: 'openssh-server is not installed' };
  },
  { ...fileFeatures, mistreatments: ['lose', 'half'], largestFile: 2 ** 20, mostLines: 200 },
);
