import { accountsNamed } from '@parvis/connector-kit/mapping';
import type { Choice } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import type { Account } from '../reference-data.js';
import { readCompany } from './company.js';
import { required } from './missing.js';

const accountRow = z.object({ id: z.int(), code: z.string(), name: z.string() });

/** More than any chart of accounts has. */
const MOST_CHOICES = 5_000;

export type Accounts = ReadonlyMap<string, Account>;

/** Every account that the rules name; refuses the first that is missing. */
export const readNamedAccounts = async (
  client: TrytonClient,
  settings: Parameters<typeof accountsNamed>[0],
): Promise<Accounts> => {
  const codes = accountsNamed(settings);
  const domain = [
    ['code', 'in', codes],
    ['company', '=', await readCompany(client)],
    ['type', '!=', null],
  ];
  const rows = await client.search('account.account', { domain, fields: ['code', 'name'] }, accountRow);
  const found = new Map(rows.map(({ code, id, name }) => [code, { id, name }]));
  for (const code of codes) requiredAccount(found, code);
  return found;
};

export const requiredAccount = (accounts: Accounts, code: string): Account =>
  required(accounts.get(code), say(`le compte ${code}`, `The account ${code}`));

/** Accounts that may be written on: those owed to suppliers, or those for expenses and fixed assets. */
export const accountChoices = async (
  client: TrytonClient,
  kind: 'payable' | 'expense',
): Promise<readonly Choice[]> => {
  const domain = [
    ['company', '=', await readCompany(client)],
    ['type.payable', '=', kind === 'payable'],
    ...(kind === 'payable' ? [] : [['OR', ['type.expense', '=', true], ['code', 'like', '2%']]]),
  ];
  const search = { domain, limit: MOST_CHOICES, order: [['code', 'ASC']] as const, fields: ['code', 'name'] };
  const rows = await client.search(
    'account.account',
    search,
    accountRow.extend({ code: z.string().nullable() }),
  );
  return rows.flatMap(({ code, name }) => (code ? [{ value: code, label: `${code} · ${name}` }] : []));
};
