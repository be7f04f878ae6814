import type { Grant, Membership, Role, Side } from './actor.js';
import { sidesOfSpace, spacesByService } from './spaces.js';

/** Somebody is about to change what somebody else may do in a structure. */
export interface GrantChange {
  /** The author's own membership there. */
  readonly by: Pick<Membership, 'role'>;
  readonly isOneself: boolean;
  readonly side: Side;
  /** Absent: the person does not belong to the structure yet. */
  readonly before?: Held;
  /** Absent: the membership ends. */
  readonly after?: Held;
  /** Whether another main manager stays, without an end. */
  readonly anotherMainManager: boolean;
  readonly at: Date;
}

export interface Held {
  readonly role: Role;
  readonly grants: readonly Grant[];
  readonly until?: Date;
}

const isManager = (held: Held | undefined): boolean => held !== undefined && held.role !== 'user';

const isLastingMain = (held: Held | undefined): boolean =>
  held?.role === 'mainManager' && held.until === undefined;

/** What each change must fulfil, by name; the right to grant itself is the rights table's. */
export const grantConditions = {
  /** Nobody changes their own rights. */
  notOneself: ({ isOneself }: GrantChange) => !isOneself,
  /** A deputy cannot touch a main manager. */
  deputyLeavesMainManager: ({ by, before }: GrantChange) =>
    by.role === 'mainManager' || before?.role !== 'mainManager',
  /** Only a main manager appoints and removes managers. */
  mainManagerAppoints: ({ by, before, after }: GrantChange) =>
    by.role === 'mainManager' ||
    (before?.role ?? 'user') === (after?.role ?? 'user') ||
    (!isManager(before) && !isManager(after)),
  /** A structure always keeps at least one main manager whose time is not counted. */
  mainManagerRemains: ({ before, after, anotherMainManager }: GrantChange) =>
    !isLastingMain(before) || isLastingMain(after) || anotherMainManager,
  /** A grant never exceeds the spaces of the structure's side. */
  withinTheSide: ({ after, side }: GrantChange) =>
    (after?.grants ?? []).every(({ space }) => sidesOfSpace[space].includes(side)),
  /** Only some spaces can be narrowed to services, and to one service at least. */
  servicesWhereTheyCount: ({ after, side }: GrantChange) =>
    (after?.grants ?? []).every(
      ({ services, space }) =>
        services === undefined ||
        (services.length > 0 && side === 'publicEntity' && spacesByService.includes(space)),
    ),
  /** What is given has not ended already. */
  endLiesAhead: ({ after, at }: GrantChange) =>
    [after?.until, ...(after?.grants ?? []).map(({ until }) => until)].every(
      (until) => until === undefined || until > at,
    ),
} as const satisfies Record<string, (change: GrantChange) => boolean>;

export type GrantCondition = keyof typeof grantConditions;

/** The first condition that a change breaks; undefined when it may be made. */
export const brokenCondition = (change: GrantChange): GrantCondition | undefined =>
  (Object.keys(grantConditions) as GrantCondition[]).find((name) => !grantConditions[name](change));
