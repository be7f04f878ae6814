import type { Grant, Membership } from './actor.js';

/** A mandate as far as it gives access: accepted, begun and not over. */
export interface MandateInForce {
  readonly mandateId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly holderId: string;
  readonly grants: readonly Grant[];
  readonly endsAt: Date;
}

/** Who works with the mandates of their house: its managers, and users given the space in full. */
export const worksWithMandates = ({ role, grants, mandate }: Membership): boolean =>
  // A mandate is not passed on: what is held through one opens no other.
  mandate === undefined &&
  (role !== 'user' || grants.some(({ space, level }) => space === 'mandates' && level === 'full'));

/** The memberships that somebody holds in the name of the clients of their house. */
export const mandatedMemberships = (
  own: readonly Membership[],
  mandates: readonly MandateInForce[],
): Membership[] =>
  own
    .filter(worksWithMandates)
    .flatMap((house) =>
      mandates
        .filter(({ holderId, clientId }) => holderId === house.structureId && !manages(own, clientId))
        .map((mandate) => held(house, mandate)),
    );

/** A manager of the client holds more already. */
const manages = (own: readonly Membership[], clientId: string): boolean =>
  own.some(({ structureId, role }) => structureId === clientId && role !== 'user');

const held = (
  house: Membership,
  { mandateId, clientId, clientName, grants, endsAt }: MandateInForce,
): Membership => ({
  structureId: clientId,
  structureName: clientName,
  side: 'supplier',
  role: 'user',
  grants,
  // Whoever leaves the house leaves its clients.
  until: house.until && house.until < endsAt ? house.until : endsAt,
  mandate: { mandateId, holderId: house.structureId, holderName: house.structureName },
});

/** The part of a name in histories that says for whom somebody acts; absent for a structure's own people. */
export const mandateMark = (memberships: readonly Membership[], structureId: string): string | undefined => {
  const own = memberships.filter((membership) => membership.structureId === structureId);
  return own.every(({ mandate }) => mandate) ? own[0]?.mandate?.holderName : undefined;
};
