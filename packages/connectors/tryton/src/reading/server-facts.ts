import { z } from 'zod';
import type { TrytonConnection } from '../connection.js';
import type { Session } from '../protocol/session.js';
import { readable } from './rights.js';

/** What does not change while we are signed in: the modules that tell us something, and where its days begin. */
export interface ServerFacts {
  /** Module account_invoice_history: when a bill got its number. */
  readonly datedNumbers: boolean;
  /** Module account_payment, and the right to read it. */
  readonly payments: boolean;
  /** Module purchase, and the right to read it. */
  readonly purchases: boolean;
  /** Of the company: Tryton's dates are days there, its stamps UTC. */
  readonly timeZone: string;
}

const fieldRow = z.object({ name: z.string(), 'model.': z.object({ model: z.string() }) });
const companyRow = z.object({ timezone: z.string().nullable() });

/** Asked once for each session. */
export const factsOf = (client: TrytonConnection): Promise<ServerFacts> => {
  const known = facts.get(client.session);
  if (known) return known;
  const asked = readFacts(client).catch((error: unknown) => {
    facts.delete(client.session);
    throw error;
  });
  facts.set(client.session, asked);
  return asked;
};

const facts = new WeakMap<Session, Promise<ServerFacts>>();

const readFacts = async (client: TrytonConnection): Promise<ServerFacts> => {
  const installed = await readModels(client);
  const known = await readable(client, installed);
  return {
    datedNumbers: known.includes('account.invoice'),
    payments: known.includes('account.payment'),
    purchases: known.includes('purchase.purchase'),
    timeZone: await readTimeZone(client),
  };
};

/** The models that have the field by which we know their module. */
const readModels = async (client: TrytonConnection): Promise<readonly string[]> => {
  const has = (model: string, name: string) => [
    ['model.model', '=', model],
    ['name', '=', name],
  ];
  const domain = [
    'OR',
    has('account.invoice', 'numbered_at'),
    has('account.payment', 'state'),
    has('purchase.purchase', 'state'),
  ];
  const rows = await client.search('ir.model.field', { domain, fields: ['name', 'model.model'] }, fieldRow);
  return rows.map((row) => row['model.'].model);
};

/** Tryton itself takes UTC where a company has none. */
const readTimeZone = async (client: TrytonConnection): Promise<string> => {
  const { company } = await client.signedIn();
  const search = { domain: [['id', '=', company]], fields: ['timezone'] };
  const [row] = await client.search('company.company', search, companyRow);
  return row?.timezone ?? 'UTC';
};
