import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { makeWebhookHarness } from './testing/webhook-harness.js';

describeConnectorContract('webhook', makeWebhookHarness, {
  // The receiver makes suppliers in its own way, and has no need to tell.
  suppliers: false,
  statuses: { unreadable: 'setAside' },
});
