import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { pesFeatures } from '@parvis/connector-kit/testing/pes-features';
import { makeS2lowHarness } from './testing/s2low-harness.js';

describeConnectorContract('S²LOW', makeS2lowHarness, pesFeatures);
