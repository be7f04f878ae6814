import type { OdooClient } from './protocol/odoo-client.js';
import type { Session } from './protocol/session.js';
import type { OdooSettings } from './settings.js';

/** A client together with what the entity has set and what is remembered of its server. */
export interface OdooConnection extends OdooClient {
  readonly settings: OdooSettings;
  readonly session: Session;
}
