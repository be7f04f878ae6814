import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import { required } from './missing.js';

const idRow = z.object({ id: z.int() });

/** The company of the connection's account. */
export const readCompany = async (client: TrytonClient): Promise<number> => (await client.signedIn()).company;

export const readCompanyName = async (client: TrytonClient): Promise<string> => {
  const domain = [['id', '=', await readCompany(client)]];
  const [row] = await client.search(
    'company.company',
    { domain, fields: ['rec_name'] },
    z.object({ rec_name: z.string() }),
  );
  return required(row, say('la société du compte', 'The account’s company')).rec_name;
};

export const readEuro = async (client: TrytonClient): Promise<number> =>
  required(
    await first(client, 'currency.currency', [['code', '=', 'EUR']]),
    say('la devise EUR', 'The currency EUR'),
  );

export const readFrance = (client: TrytonClient): Promise<number | undefined> =>
  first(client, 'country.country', [['code', '=', 'FR']]);

const first = async (
  client: TrytonClient,
  model: string,
  domain: readonly unknown[],
): Promise<number | undefined> => {
  const [row] = await client.search(
    model,
    { domain, limit: 1, order: [['id', 'ASC']], fields: ['id'] },
    idRow,
  );
  return row?.id;
};
