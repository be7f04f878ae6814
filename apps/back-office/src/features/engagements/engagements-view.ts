import type { EngagementState } from '../../gql/graphql.js';

export const states = ['open', 'notYet', 'expired', 'closed'] as const;
export type ViewState = (typeof states)[number];

export const apiState: Readonly<Record<ViewState, EngagementState>> = {
  open: 'OPEN',
  notYet: 'NOT_YET',
  expired: 'EXPIRED',
  closed: 'CLOSED',
};

/** What the address bar says of the list; empty is everything. */
export interface EngagementsView {
  readonly q?: string;
  readonly state?: ViewState;
}

export const readEngagementsView = (search: Readonly<Record<string, unknown>>): EngagementsView => {
  const state = states.find((each) => each === search.state);
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim() : '';
  return { ...(q !== '' && { q }), ...(state && { state }) };
};
