import type { Actor, Role, Side } from './actor.js';

/**
 * Who may do what, in one table: an act names the side it belongs to and the roles that may do it. Use cases ask it,
 * screens read the answer, and every GraphQL field and HTTP route is bound to one of its entries.
 */
export const rights = {
  'issuedInvoice:read': { side: 'supplier', roles: ['manager', 'agent', 'reader'] },
  'issuedInvoice:check': { side: 'supplier', roles: ['manager', 'agent', 'reader'] },
  'issuedInvoice:deposit': { side: 'supplier', roles: ['manager', 'agent'] },
  'issuedInvoice:complete': { side: 'supplier', roles: ['manager', 'agent'] },
  'receivedInvoice:read': { side: 'publicEntity', roles: ['manager', 'agent', 'reader'] },
  'receivedInvoice:process': { side: 'publicEntity', roles: ['manager', 'agent'] },
  'connector:read': { side: 'publicEntity', roles: ['manager', 'agent', 'reader'] },
  'connector:operate': { side: 'publicEntity', roles: ['manager', 'agent'] },
} as const satisfies Record<string, { readonly side: Side; readonly roles: readonly Role[] }>;

export type Right = keyof typeof rights;

/** May this actor do this act for this structure? The platform and connections are not people: they hold no rights. */
export const may = (actor: Actor, right: Right, structureId: string): boolean =>
  actor.kind === 'person' &&
  actor.memberships.some((membership) => membership.structureId === structureId && grants(right, membership));

/** The structures in which this actor may do this act. */
export const structuresWhere = (actor: Actor, right: Right): string[] =>
  actor.kind === 'person'
    ? actor.memberships
        .filter((membership) => grants(right, membership))
        .map(({ structureId }) => structureId)
    : [];

const grants = (right: Right, { side, role }: { readonly side: Side; readonly role: Role }): boolean => {
  const entry: { readonly side: Side; readonly roles: readonly Role[] } = rights[right];
  return entry.side === side && entry.roles.includes(role);
};
