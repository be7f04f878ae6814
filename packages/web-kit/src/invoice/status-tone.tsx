import type { Tone } from '@parvis/ui/display/tone';
import type { InvoiceStatus } from '../gql/graphql.js';

/** What a status means to whoever reads it: waiting for someone, on its way, good, or bad. */
export const toneOf = (status: InvoiceStatus): Tone => tones[status];

const tones: Record<InvoiceStatus, Tone> = {
  DRAFT: 'neutral',
  DEPOSITED: 'info',
  TO_VALIDATE_1: 'info',
  TO_VALIDATE_2: 'info',
  VALIDATED_1: 'info',
  VALIDATED_2: 'info',
  VALIDATION_REFUSED_1: 'danger',
  VALIDATION_REFUSED_2: 'danger',
  VALIDATION_OVERDUE_1: 'info',
  VALIDATION_OVERDUE_2: 'info',
  WRONG_VALIDATOR: 'warning',
  IN_ROUTING: 'info',
  REJECTED: 'danger',
  MADE_AVAILABLE: 'info',
  TAKEN_IN_CHARGE: 'progress',
  TO_REROUTE: 'warning',
  SUSPENDED: 'warning',
  COMPLETED: 'progress',
  REFUSED: 'danger',
  SERVICE_CONFIRMED: 'progress',
  PAYMENT_ORDERED: 'progress',
  HANDED_TO_ACCOUNTANT: 'progress',
  BOOKED: 'progress',
  IN_PAYMENT: 'success',
};
