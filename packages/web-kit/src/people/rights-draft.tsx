import { endOfDay, lastDay } from '@parvis/domain/time/paris';
import type { GrantInput, Level, MemberPartsFragment, Role, Space } from '../gql/graphql.js';

export type Choice = Level | 'NONE';

/** What a form says somebody will hold. */
export interface RightsDraft {
  readonly role: Role;
  readonly levels: Partial<Record<Space, Choice>>;
  /** Codes; null for the whole structure. */
  readonly services: readonly string[] | null;
  /** A day, the last one included; empty for no end. */
  readonly until: string;
}

const narrowed: readonly Space[] = ['RECEIVED_INVOICES', 'ENGAGEMENTS'];

export const canBeNarrowed = (levels: RightsDraft['levels']): boolean =>
  narrowed.some((space) => (levels[space] ?? 'NONE') !== 'NONE');

/** What the form begins with: what the person holds, or nothing yet. */
export const draftOf = ({
  role,
  grants,
  until,
}: Pick<MemberPartsFragment, 'role' | 'grants' | 'until'>): RightsDraft => ({
  role,
  levels: Object.fromEntries(grants.map(({ space, level }) => [space, level])),
  services: grants.find(({ services }) => services)?.services ?? null,
  until: until ? lastDay(new Date(until)) : '',
});

export const grantsOf = ({ role, levels, services }: RightsDraft): GrantInput[] =>
  role === 'USER'
    ? (Object.entries(levels) as [Space, Choice][]).flatMap(([space, level]) =>
        level === 'NONE'
          ? []
          : [{ space, level, services: services && narrowed.includes(space) ? [...services] : null }],
      )
    : [];

/** The last day included, as days begin in Paris, wherever the browser stands. */
export const endOf = (day: string): string | null => (day === '' ? null : endOfDay(day).toISOString());
