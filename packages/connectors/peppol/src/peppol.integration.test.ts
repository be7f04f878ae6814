import { describeConnectorContract } from '@parvis/connector-kit/testing/contract-suite';
import { makeFolderPlace } from '@parvis/connector-kit/testing/drop-place';
import { makePeppolHarness } from './testing/peppol-harness.js';

describeConnectorContract('Peppol (folder)', async () => makePeppolHarness(await makeFolderPlace()), {
  addsUp: false,
  typedInByHand: false,
  suppliers: false,
  replacesDrafts: false,
  laterFiles: false,
  closedPeriods: false,
  billsThere: 'asSent',
  credentials: false,
  mistreatments: ['lose', 'ask-twice', 'rewrite', 'down', 'half'],
  statuses: {
    posted: ['approve'],
    paid: ['approve', 'startPayment'],
    numbers: false,
    cancelledAfterPosting: false,
    returnedPayments: false,
    unreadable: 'setAside',
  },
});
