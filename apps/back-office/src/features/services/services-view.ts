export const states = ['open', 'closed'] as const;
export type ServiceState = (typeof states)[number];

/** What the address bar says of the list; empty is everything. */
export interface ServicesView {
  readonly q?: string;
  readonly state?: ServiceState;
}

export const readServicesView = (search: Readonly<Record<string, unknown>>): ServicesView => {
  const state = states.find((each) => each === search.state);
  return {
    ...(typeof search.q === 'string' && search.q && { q: search.q }),
    ...(state && { state }),
  };
};
