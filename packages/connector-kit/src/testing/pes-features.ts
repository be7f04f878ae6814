import type { Action } from '@parvis/domain/life-cycle/transitions';

const acknowledged: readonly Action[] = ['orderPayment', 'handToAccountant'];
const booked: readonly Action[] = ['orderPayment', 'handToAccountant', 'book'];

/**
 * Of whatever carries a PES to Hélios: an order cannot be taken back, lines are joined by account, and a refusal by the
 * accountant is never the supplier's business. A credit note needs the order that it lowers, which has tests of its own.
 */
export const pesFeatures = {
  amounts: 'gross',
  keepsLines: false,
  typedInByHand: false,
  suppliers: false,
  creditNotes: false,
  replacesDrafts: false,
  laterFiles: false,
  closedPeriods: false,
  billsThere: false,
  statuses: {
    // An acknowledgement, then a return: what each tells is told of it.
    posted: [...acknowledged, ...booked],
    paid: [...acknowledged, ...booked, ...booked, 'startPayment'],
    refusals: false,
    cancelledAfterPosting: false,
    returnedPayments: false,
  },
} as const;
