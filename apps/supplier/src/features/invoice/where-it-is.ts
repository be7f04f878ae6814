import type { InvoicePageFragment, InvoiceStatus } from '../../gql/graphql.js';

/** The sentence that tells where an invoice is, by its name in the page's texts. */
export type Where =
  | 'onItsWay'
  | 'validating'
  | 'received'
  | 'takenInCharge'
  | 'suspended'
  | 'completed'
  | 'approved'
  | 'accounting'
  | 'paid'
  | 'refused'
  | 'rejected'
  | 'toReroute';

export const whereItIs = (status: InvoiceStatus): Where => places[status];

const places: Record<InvoiceStatus, Where> = {
  DRAFT: 'validating',
  DEPOSITED: 'onItsWay',
  TO_VALIDATE_1: 'validating',
  TO_VALIDATE_2: 'validating',
  VALIDATED_1: 'validating',
  VALIDATED_2: 'validating',
  VALIDATION_REFUSED_1: 'rejected',
  VALIDATION_REFUSED_2: 'rejected',
  VALIDATION_OVERDUE_1: 'validating',
  VALIDATION_OVERDUE_2: 'validating',
  WRONG_VALIDATOR: 'toReroute',
  IN_ROUTING: 'onItsWay',
  REJECTED: 'rejected',
  MADE_AVAILABLE: 'received',
  TAKEN_IN_CHARGE: 'takenInCharge',
  TO_REROUTE: 'toReroute',
  SUSPENDED: 'suspended',
  COMPLETED: 'completed',
  REFUSED: 'refused',
  SERVICE_CONFIRMED: 'approved',
  PAYMENT_ORDERED: 'accounting',
  HANDED_TO_ACCOUNTANT: 'accounting',
  BOOKED: 'accounting',
  IN_PAYMENT: 'paid',
};

/** Whole days since an instant, by the calendar of Paris: yesterday evening is one day ago. */
export const daysSince = (instant: string, now: Date): number => {
  const dayOf = (date: Date) =>
    Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(date));
  return Math.max(0, Math.round((dayOf(now) - dayOf(new Date(instant))) / (24 * 60 * 60 * 1000)));
};

/** When the money is expected: until then, or it should have come by then. Nothing to say once paid or refused. */
export const expectedPayment = ({
  status,
  clock,
}: Pick<InvoicePageFragment, 'status' | 'clock'>): { kind: 'payBy' | 'payLate'; day: string } | undefined => {
  if (!clock?.running || ['paid', 'refused', 'rejected'].includes(whereItIs(status))) return undefined;
  return { kind: clock.late ? 'payLate' : 'payBy', day: clock.dueOn };
};
