import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { standInFeatures } from './testing/odoo-features.js';
import { makeOdooHarness } from './testing/odoo-harness.js';

describeConnectorContract('Odoo 19 (JSON-2)', () => makeOdooHarness(19), standInFeatures);
