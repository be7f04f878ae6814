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

/** Refuses when the connection's account may not do what deliveries do. */
export const requireRights = async (client: TrytonClient): Promise<void> => {
  const rights = await client.call('ir.model.access', 'get_access', [Object.keys(needed)], access);
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
