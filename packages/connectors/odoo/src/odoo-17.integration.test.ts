import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { standInFeatures } from './testing/odoo-features.js';
import { makeOdooHarness } from './testing/odoo-harness.js';

describeConnectorContract('Odoo 17 (JSON-RPC)', () => makeOdooHarness(17), standInFeatures);
