import { Refused } from '@parvis/connector-kit/failures';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';

const allowed = z.union([z.boolean(), z.number()]).transform(Boolean);
const access = z.record(z.string(), z.record(z.string(), allowed));

/** What deliveries do, by model. */
const needed = {
  'account.invoice': ['read', 'create', 'delete'],
  'account.invoice.line': ['read', 'create'],
  'party.party': ['read', 'create'],
  'party.address': ['read', 'create'],
  'ir.attachment': ['read', 'create'],
  'ir.note': ['read'],
} as const;

/** Which of these models the connection's account may read. */
export const readable = async (
  client: TrytonClient,
  models: readonly string[],
): Promise<readonly string[]> => {
  if (models.length === 0) return [];
  const rights = await rightsOn(client, models);
  return models.filter((model) => rights[model]?.read !== false);
};

const rightsOn = (client: TrytonClient, models: readonly string[]) =>
  client.call('ir.model.access', 'get_access', [models], access);

/** Refuses when the connection's account may not do what deliveries do. */
export const requireRights = async (client: TrytonClient): Promise<void> => {
  const rights = await rightsOn(client, Object.keys(needed));
  const missing = Object.entries(needed).flatMap(([model, acts]) =>
    acts.filter((act) => rights[model]?.[act] === false).map((act) => `${act} ${model}`),
  );
  if (missing.length === 0) return;
  const list = missing.join(', ');
  throw new Refused(
    'right-missing',
    say(
      `Le compte n’a pas tous les droits (${list}). Ajoutez-le au groupe « Comptabilité » de Tryton.`,
      `The account lacks rights (${list}). Add it to Tryton’s group "Accounting".`,
    ),
  );
};
