import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import { may, type Right } from '@parvis/domain/access/rights';

/** As `may`, of a public entity: suppliers have settings too, and neither services nor engagements. */
export const mayAtPublicEntity = (actor: Actor, right: Right, structureId: string): boolean =>
  may(actor, right, structureId) &&
  isPrincipal(actor) &&
  actor.memberships.some(
    (membership) => membership.structureId === structureId && membership.side === 'publicEntity',
  );
