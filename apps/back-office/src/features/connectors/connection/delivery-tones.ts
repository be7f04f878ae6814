import type { Tone } from '@parvis/ui/display/tone';
import type { DeliveryState } from '../../../gql/graphql.js';

export const deliveryTones: Readonly<Record<DeliveryState, Tone>> = {
  WAITING: 'info',
  SENDING: 'progress',
  DELIVERED: 'success',
  NEEDS_ATTENTION: 'danger',
  REFUSED: 'danger',
  PARKED: 'warning',
};
