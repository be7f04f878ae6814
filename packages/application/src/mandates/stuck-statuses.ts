import type { Status } from '@parvis/domain/life-cycle/transitions';

/** A no that the supplier must deal with. */
export const refusedStatuses: readonly Status[] = ['refused', 'rejected'];

/** Nothing more is to be paid, or it is on its way: such an invoice is late no longer. */
export const endedStatuses: readonly Status[] = ['draft', 'inPayment', 'refused', 'rejected', 'toReroute'];
