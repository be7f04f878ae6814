import type { Principal } from '@parvis/domain/access/actor';
import { mandateMark } from '@parvis/domain/access/mandated';

/** Whoever acts, as both sides read it; the house stands beside the name of those who act through a mandate. */
export const nameInHistory = ({ name, memberships }: Principal, structureId: string): string => {
  const house = mandateMark(memberships, structureId);
  return house === undefined ? name : `${name} (${house}, par mandat)`;
};
