import { type Actor, isPrincipal, type Level, type Membership, type Role, type Space } from './actor.js';
import { coversLevel, sidesOfSpace } from './spaces.js';

/** What an act asks for. */
export interface RightEntry {
  /** Where the act belongs; it exists on the sides of its space. Null: the structure itself, open to each member. */
  readonly space: Space | null;
  /** What a user's grant in that space must cover. */
  readonly level: Level;
  readonly roles: readonly Role[];
  /** All of them must hold. */
  readonly when: readonly Condition[];
}

/** Conditions by name; each looks at the membership and at what is acted upon. */
export const conditions = {
  /** Nobody holds it through a mandate: it concerns the inside of the house. */
  notThroughMandate: ({ mandate }: Membership) => mandate === undefined,
  /** Of a grant narrowed to services, only those. Lists apply it through `reachOf`. */
  inGrantedServices: (membership: Membership, subject: Subject, space: Space | null) => {
    const services = grantIn(membership, space)?.services;
    if (services === undefined || !('serviceCode' in subject)) return true;
    return typeof subject.serviceCode === 'string' && services.includes(subject.serviceCode);
  },
} as const satisfies Record<
  string,
  (membership: Membership, subject: Subject, space: Space | null) => boolean
>;

export type Condition = keyof typeof conditions;

/** What an act is about, as far as conditions ask. */
export interface Subject {
  /** Of the invoice or engagement; null when it names no service. Absent: the question is general. */
  readonly serviceCode?: string | null;
}

const everyone: readonly Role[] = ['mainManager', 'deputyManager', 'user'];
const managers: readonly Role[] = ['mainManager', 'deputyManager'];
const main: readonly Role[] = ['mainManager'];

const entry = (
  space: Space | null,
  level: Level,
  roles: readonly Role[] = everyone,
  ...when: readonly Condition[]
): RightEntry => ({ space, level, roles, when });

/**
 * Who may do what, in one table: an act names its space, the level a user needs there, the roles that may do it and its
 * conditions. Use cases ask it, screens read the answer, and every GraphQL field and HTTP route is bound to an entry.
 */
export const rights = {
  'issuedInvoice:read': entry('issuedInvoices', 'read'),
  'issuedInvoice:check': entry('issuedInvoices', 'read'),
  'issuedInvoice:deposit': entry('issuedInvoices', 'full'),
  'issuedInvoice:complete': entry('issuedInvoices', 'full'),
  'receivedInvoice:read': entry('receivedInvoices', 'read', everyone, 'inGrantedServices'),
  'receivedInvoice:process': entry('receivedInvoices', 'full', everyone, 'inGrantedServices'),
  'engagement:read': entry('engagements', 'read', everyone, 'inGrantedServices'),
  'engagement:manage': entry('engagements', 'full', everyone, 'inGrantedServices'),
  'organisation:read': entry(null, 'read'),
  'organisation:change': entry('settings', 'full', everyone, 'notThroughMandate'),
  'organisation:move': entry('settings', 'full', main, 'notThroughMandate'),
  'settings:read': entry('settings', 'read'),
  'settings:change': entry('settings', 'full', everyone, 'notThroughMandate'),
  'person:read': entry('people', 'read', everyone, 'notThroughMandate'),
  'person:grant': entry('people', 'full', managers, 'notThroughMandate'),
  'person:appoint': entry('people', 'full', main, 'notThroughMandate'),
  'person:export': entry('people', 'read', managers, 'notThroughMandate'),
  'mandate:read': entry('mandates', 'read', everyone, 'notThroughMandate'),
  'mandate:give': entry('mandates', 'full', managers, 'notThroughMandate'),
  'technicalAccount:read': entry('technicalAccounts', 'read', everyone, 'notThroughMandate'),
  'technicalAccount:manage': entry('technicalAccounts', 'full', everyone, 'notThroughMandate'),
  'connector:read': entry('connections', 'read'),
  'connector:operate': entry('connections', 'full'),
} as const satisfies Record<string, RightEntry>;

export type Right = keyof typeof rights;

export const allRights = Object.keys(rights) as Right[];

/** May this actor do this act for this structure? The platform and connections are not principals: they hold no rights. */
export const may = (actor: Actor, right: Right, structureId: string, subject: Subject = {}): boolean =>
  isPrincipal(actor) &&
  actor.memberships.some(
    (membership) => membership.structureId === structureId && allows(membership, right, subject),
  );

/** The structures in which this actor may do this act, at least in some of their services. */
export const structuresWhere = (actor: Actor, right: Right): string[] => [
  ...new Set(reachOf(actor, right).map(({ structureId }) => structureId)),
];

/** How far a right reaches: a structure, or only some of its services. */
export interface Reach {
  readonly structureId: string;
  readonly services?: readonly string[];
}

/** Where this actor may do this act: what a list may show. */
export const reachOf = (actor: Actor, right: Right): Reach[] => {
  if (!isPrincipal(actor)) return [];
  const { space, when }: RightEntry = rights[right];
  return actor.memberships
    .filter((membership) => allows(membership, right, {}))
    .map((membership) => {
      const services = when.includes('inGrantedServices') ? grantIn(membership, space)?.services : undefined;
      return { structureId: membership.structureId, ...(services ? { services } : {}) };
    });
};

/** The rights of one membership: what screens offer. */
export const rightsOf = (membership: Membership): Right[] =>
  allRights.filter((right) => allows(membership, right, {}));

const allows = (membership: Membership, right: Right, subject: Subject): boolean => {
  const { space, level, roles, when }: RightEntry = rights[right];
  return (
    roles.includes(membership.role) &&
    holds(membership, space, level) &&
    when.every((name) => conditions[name](membership, subject, space))
  );
};

/** Managers hold every space of their side; users what they were given. */
const holds = (membership: Membership, space: Space | null, level: Level): boolean => {
  if (space === null) return true;
  if (!sidesOfSpace[space].includes(membership.side)) return false;
  if (membership.role !== 'user') return true;
  const grant = grantIn(membership, space);
  return grant !== undefined && coversLevel(grant.level, level);
};

const grantIn = ({ role, grants }: Membership, space: Space | null) =>
  role === 'user' ? grants.find((grant) => grant.space === space) : undefined;
