import type { ConnectionCardFragment, DeliveryState, StuckState } from '../../../gql/graphql.js';

/** The groups in which deliveries are shown, and the states in each. */
export const statesOf = {
  all: undefined,
  stuck: ['NEEDS_ATTENTION', 'REFUSED', 'PARKED'],
  waiting: ['WAITING', 'SENDING'],
  delivered: ['DELIVERED'],
  attention: ['NEEDS_ATTENTION'],
  refused: ['REFUSED'],
  parked: ['PARKED'],
} as const satisfies Record<string, readonly DeliveryState[] | undefined>;

export type DeliveryGroup = keyof typeof statesOf;

export const groups = Object.keys(statesOf) as readonly DeliveryGroup[];

export const countIn = (counts: ConnectionCardFragment['counts'], group: DeliveryGroup): number => {
  const states: readonly DeliveryState[] | undefined = statesOf[group];
  return counts
    .filter(({ state }) => states?.includes(state) ?? true)
    .reduce((sum, { count }) => sum + count, 0);
};

/** What a person can have sent again: all but what went through or is on its way. */
export const retryable = {
  all: ['WAITING', 'NEEDS_ATTENTION', 'REFUSED', 'PARKED'],
  stuck: ['NEEDS_ATTENTION', 'REFUSED', 'PARKED'],
  waiting: ['WAITING'],
  delivered: [],
  attention: ['NEEDS_ATTENTION'],
  refused: ['REFUSED'],
  parked: ['PARKED'],
} as const satisfies Record<DeliveryGroup, readonly StuckState[]>;

/** What the address bar says of the list; empty is everything. */
export interface DeliveriesView {
  readonly etat: DeliveryGroup;
  readonly q: string;
  /** The invoice of the delivery that is open. */
  readonly facture?: string;
}

export const readDeliveriesView = (search: Readonly<Record<string, unknown>>): DeliveriesView => {
  const { etat, q, facture } = search;
  return {
    etat: groups.find((group) => group === etat) ?? 'all',
    q: typeof q === 'string' || typeof q === 'number' ? String(q).trim() : '',
    ...(typeof facture === 'string' && { facture }),
  };
};

export const writeDeliveriesView = ({ etat, q, facture }: DeliveriesView): string => {
  const query = new URLSearchParams({
    ...(etat !== 'all' && { etat }),
    ...(q && { q }),
    ...(facture && { facture }),
  }).toString();
  return query && `?${query}`;
};
