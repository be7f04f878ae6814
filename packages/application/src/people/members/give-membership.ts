import type { Held } from '@parvis/domain/access/granting';
import type { Stores } from '../../ports/work.js';

/** Writes what somebody holds from now on, whether a membership that is over still stands there or not. */
export const giveMembership = async (
  { memberships }: Pick<Stores, 'memberships'>,
  place: { readonly userId: string; readonly structureId: string },
  held: Held,
): Promise<void> => {
  const stored = await memberships.find(place.userId, place.structureId);
  if (stored) await memberships.change({ ...place, ...held });
  else await memberships.add({ ...place, ...held });
};

/** What a trace keeps of a membership. */
export const heldInTrace = (held: Held | undefined) =>
  held && {
    role: held.role,
    grants: held.grants.map(({ space, level, services, until }) => ({
      space,
      level,
      ...(services ? { services } : {}),
      ...(until ? { until: until.toISOString() } : {}),
    })),
    ...(held.until ? { until: held.until.toISOString() } : {}),
  };
