import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '@parvis/domain/access/actor';
import type { Work } from '../ports/work.js';

/**
 * Whose rows the database shows to whatever runs now: a second barrier behind the use cases, which ask the table of
 * rights themselves. The edge of the gateway says it once a request; stores obey it without being told.
 */
export type Sight = PrincipalsSight | 'platform';

export interface PrincipalsSight {
  readonly structureIds: readonly string[];
  readonly userId?: string;
}

const sights = new AsyncLocalStorage<Sight>();

/** Runs an act, and all it waits for, in this sight. */
export const seeing = <Answer>(sight: Sight, act: () => Answer): Answer => sights.run(sight, act);

/** Undefined where nobody has said whose sight applies. */
export const currentSight = (): Sight | undefined => sights.getStore();

/** Every structure this principal is in, whatever the rights there; nothing for a stranger. */
export const sightOf = (principal: Principal | undefined): PrincipalsSight => ({
  structureIds: [...new Set(principal?.memberships.map(({ structureId }) => structureId))],
  ...(principal ? { userId: principal.userId } : {}),
});

/** For use cases that are the platform's own from beginning to end: letting people in. */
export const worksInPlatformsName = (work: Work): Work => ({
  run: (story) => seeing('platform', () => work.run(story)),
});

/** An act of the platform's own, whoever has it done: finding out who somebody is, before there is a sight. */
export const inPlatformsName =
  <Given extends readonly unknown[], Answer>(act: (...given: Given) => Answer) =>
  (...given: Given): Answer =>
    seeing('platform', () => act(...given));
