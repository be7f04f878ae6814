import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { makeDolibarrHarness, standInFeatures } from './testing/dolibarr-harness.js';

describeConnectorContract('Dolibarr', makeDolibarrHarness, standInFeatures);
