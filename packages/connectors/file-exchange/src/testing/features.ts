/** Files are read by programs: nothing is signed into, typed in or taken back there. */
export const fileFeatures = {
  addsUp: false,
  typedInByHand: false,
  suppliers: false,
  replacesDrafts: false,
  laterFiles: false,
  closedPeriods: false,
  billsThere: 'asSent',
  statuses: { cancelledAfterPosting: false, returnedPayments: false, unreadable: 'setAside' },
} as const;
