import type { Grant } from '@parvis/domain/access/actor';
import { given } from '../given.js';
import type { GrantInput } from './member.objects.js';

/** Grants as our commands say them. */
export const givenGrants = (grants: readonly GrantInput[]): Grant[] =>
  grants.map(({ space, level, services, until }) => ({ space, level, ...given({ services, until }) }));
