import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { pesFeatures } from '@parvis/connector-kit/testing/pes-features';
import { makePastellHarness } from './testing/pastell-harness.js';

describeConnectorContract('Pastell', makePastellHarness, pesFeatures);
