import type { Finding } from '@parvis/application/accounting/reconciliation-store';
import { register } from '../../graphql/enums.js';

export const ReconciliationFindingEnum = register<Finding>(
  'ReconciliationFinding',
  'What the comparison of here and there found.',
  {
    same: ['SAME', 'In both, with the same amount.'],
    onlyHere: ['ONLY_HERE', 'Delivered by us, and not in the accounting system.'],
    onlyThere: ['ONLY_THERE', 'In the accounting system under a key of ours, and not delivered by us.'],
    differentAmount: ['DIFFERENT_AMOUNT', 'In both, with amounts that differ by a cent or more.'],
    twice: ['TWICE', 'Two live bills for one invoice.'],
    cancelledThere: [
      'CANCELLED_THERE',
      'Cancelled in the accounting system, while the invoice goes on here.',
    ],
  },
);
