import { Refused } from '@parvis/connector-kit/failures';
import { accountsNamed } from '@parvis/connector-kit/mapping';
import { z } from 'zod';
import type { DolibarrConnection } from '../connection.js';
import { filterText, numberValue, textValue } from '../protocol/values.js';

/** A product or service of the catalogue that carries a purchase account: how a line of a bill gets its account there. */
export interface Product {
  readonly id: number;
  readonly ref: string;
  /** 0 a thing, 1 a service. */
  readonly type: number;
}

const productRow = z.object({
  id: numberValue,
  ref: z.string(),
  type: numberValue.optional(),
  accountancy_code_buy: textValue,
});

/** By purchase account, the first of each. Empty where the account may not read the catalogue or none is kept. */
export const productsByAccount = async (
  client: DolibarrConnection,
): Promise<ReadonlyMap<string, Product>> => {
  const { expenseAccount, accounts } = client.settings;
  const codes = accountsNamed({ payableAccount: expenseAccount, expenseAccount, accounts })
    .map((code) => `'${filterText(code)}'`)
    .join(',');
  const rows = await readCatalogue(client, [`(t.accountancy_code_buy:in:${codes})`]);
  return new Map(
    rows
      .toReversed()
      .map(({ id, ref, type = 0, accountancy_code_buy: code = '' }) => [code, { id, ref, type }]),
  );
};

/** Every purchase account that some product carries. */
export const accountsOfCatalogue = async (
  client: Pick<DolibarrConnection, 'list'>,
): Promise<readonly { readonly code: string; readonly ref: string }[]> => {
  const rows = await readCatalogue(client, ["(t.accountancy_code_buy:!=:'')"]);
  return rows.flatMap(({ ref, accountancy_code_buy: code }) => (code ? [{ code, ref }] : []));
};

const readCatalogue = async (client: Pick<DolibarrConnection, 'list'>, filters: readonly string[]) => {
  try {
    return await client.list({ path: 'products', filters }, productRow);
  } catch (error) {
    // The catalogue is a module of its own, which may be off.
    if (error instanceof Refused && error.code !== 'credentials-refused') return [];
    throw error;
  }
};
