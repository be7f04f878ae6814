import type { DolibarrClient } from './protocol/dolibarr-client.js';
import type { DolibarrSettings } from './settings.js';

/** A client together with what the entity has set. */
export interface DolibarrConnection extends DolibarrClient {
  readonly settings: DolibarrSettings;
}
