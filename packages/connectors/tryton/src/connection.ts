import type { Clock } from '@parvis/application/ports/platform';
import type { Session } from './protocol/session.js';
import type { TrytonClient } from './protocol/tryton-client.js';
import type { TrytonSettings } from './settings.js';

/** A client together with what the entity has set and what is remembered of its server. */
export interface TrytonConnection extends TrytonClient {
  readonly settings: TrytonSettings;
  readonly session: Session;
  readonly now: Clock;
}
